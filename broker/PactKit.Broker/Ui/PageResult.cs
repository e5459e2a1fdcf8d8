using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Ui;

/// <summary>
/// Renders a page inside <see cref="Layout"/>. The renderer alone, without the framework's Razor endpoints: those bring forms, scripts
/// and a key store, a tenth of the broker's memory, and our pages have none of them.
/// </summary>
internal sealed class PageResult<TPage>(object model, int status) : IResult where TPage : PageComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Html;
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<LayoutView>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(LayoutView.Layout)] = typeof(Layout),
                [nameof(LayoutView.ChildContent)] = (RenderFragment)Body,
            }));
            await using var text = new Utf8Writer(response.BodyWriter);
            page.WriteHtmlTo(text);
        });
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private void Body(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenComponent<TPage>(0);
        builder.AddComponentParameter(1, nameof(PageComponent.Data), model);
        builder.CloseComponent();
    }
}
