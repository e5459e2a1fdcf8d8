namespace PactKit.Broker.Hal;

internal sealed class TextResult(string text, string contentType = MediaTypes.Text, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = contentType;
        return httpContext.Response.WriteAsync(text, httpContext.RequestAborted);
    }
}

/// <summary>A status without a body.</summary>
internal sealed class EmptyResult(int status, string? contentType = null) : IResult
{
    public static readonly EmptyResult Deleted = new(StatusCodes.Status204NoContent);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        if (contentType is not null) httpContext.Response.ContentType = contentType;
        return Task.CompletedTask;
    }
}
