using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using UserService.Users;

namespace UserService.Tests.Users;

/// <summary>The service's client over a handler that gives one answer and remembers what it was asked.</summary>
internal sealed class CannedGateway : HttpMessageHandler, IAsyncDisposable
{
    private readonly HttpStatusCode _status;
    private readonly string _content;
    private readonly string _contentType;
    private readonly ServiceProvider _services;

    public CannedGateway(HttpStatusCode status, string content = "", string contentType = "application/json", string? token = "secret")
    {
        (_status, _content, _contentType) = (status, content, contentType);
        var services = new ServiceCollection();
        services
            .AddUserService(options =>
            {
                options.BaseAddress = new Uri("http://gateway.test");
                options.Token = token;
            })
            .ConfigurePrimaryHttpMessageHandler(() => this);
        _services = services.BuildServiceProvider();
        Users = _services.GetRequiredService<UsersClient>();
    }

    public UsersClient Users { get; }

    /// <summary>Thrown in place of an answer.</summary>
    public Exception? Failure { get; init; }

    public Uri? Asked { get; private set; }

    public string? Sent { get; private set; }

    public AuthenticationHeaderValue? Authorization { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure is not null) throw Failure;
        (Asked, Authorization) = (request.RequestUri, request.Headers.Authorization);
        Sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var content = new StringContent(_content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(_contentType);
        return new HttpResponseMessage(_status) { Content = content, RequestMessage = request };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
