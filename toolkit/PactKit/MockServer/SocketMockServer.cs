using System.Net;
using System.Net.Sockets;
using PactKit.MockServer.Http1;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.MockServer;

/// <summary>
/// The mock server on a port, plain HTTP/1.1 over a socket. A consumer test starts and stops one, often the first thing a process does:
/// this one starts in microseconds, where a web server has services to set up. HTTPS is <see cref="KestrelMockServer"/>'s.
/// </summary>
internal sealed class SocketMockServer : IAsyncDisposable
{
    private readonly MockProvider _provider;
    private readonly MockServerOptions _options;
    private readonly Socket _listener;
    private readonly HashSet<Socket> _open = [];
    private bool _stopped;

    private SocketMockServer(MockProvider provider, MockServerOptions options, Socket listener)
    {
        (_provider, _options, _listener) = (provider, options, listener);
        BaseUri = new Uri($"http://{listener.LocalEndPoint}/");
    }

    /// <summary>Address the server listens on, with a slash at the end.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="InvalidOperationException">The port is taken or may not be used.</exception>
    public static SocketMockServer Start(MockProvider provider, MockServerOptions options)
    {
        var listener = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (options.Address.Equals(IPAddress.IPv6Any)) listener.DualMode = true;
            listener.Bind(new IPEndPoint(options.Address, options.Port));
            listener.Listen();
        }
        catch (SocketException failure)
        {
            listener.Dispose();
            throw new InvalidOperationException(
                $"Unable to start mock server on {options.Address}:{options.Port}: {failure.Message.TrimEnd('.')}. Choose another port, or leave it out to get a free one.",
                failure);
        }

        var server = new SocketMockServer(provider, options, listener);

        // On the pool and without the caller's context: connections are not part of the test that happens to have started the server.
        ThreadPool.UnsafeQueueUserWorkItem(static server => _ = server.AcceptAsync(), server, preferLocal: false);
        return server;
    }

    /// <summary>Stops listening and frees the port. Requests that are still open are cut off.</summary>
    public ValueTask DisposeAsync()
    {
        Socket[] open;
        lock (_open)
        {
            _stopped = true;
            open = [.. _open];
        }

        _listener.Dispose();
        foreach (var connection in open) Abort(connection);
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptAsync();
                if (IsOpen(connection)) _ = ServeAsync(connection);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private bool IsOpen(Socket connection)
    {
        lock (_open)
        {
            if (!_stopped && _open.Add(connection)) return true;
        }

        Abort(connection);
        return false;
    }

    private async Task ServeAsync(Socket connection)
    {
        try
        {
            connection.NoDelay = true;
            using var reader = new RequestReader(connection);
            var writer = new ResponseWriter(connection, _options.Clock);
            while (await AnswerNextAsync(reader, writer)) { }
            connection.Shutdown(SocketShutdown.Send);
            await reader.DiscardAsync();
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has gone, or the server stops.
        }
        finally
        {
            lock (_open) _open.Remove(connection);
            connection.Dispose();
        }
    }

    private async ValueTask<bool> AnswerNextAsync(RequestReader reader, ResponseWriter writer)
    {
        try
        {
            if (await reader.ReadHeadAsync() is not { } head) return false;
            if (head.ExpectsContinue && reader.IsDrained) await writer.ContinueAsync();
            var request = Request(head, await reader.ReadBodyAsync(head));
            return await writer.WriteAsync(_provider.Answer(request, Address(head)), request.Method, head.KeepsAlive);
        }
        catch (RequestFault fault)
        {
            return await writer.WriteAsync(Plain(fault.Status, fault.Message), "GET", keepAlive: false);
        }
#pragma warning disable CA1031 // Whatever kept the answer from being made, the consumer under test gets to know.
        catch (Exception failure) when (failure is not (IOException or SocketException or ObjectDisposedException))
        {
            return await writer.WriteAsync(Plain(500, $"The mock server could not answer: {failure.Message}"), "GET", keepAlive: false);
        }
#pragma warning restore CA1031
    }

    private static Request Request(RequestHead head, byte[]? body)
    {
        var (path, query) = RequestTarget.Split(head.Target);
        var lines = new HeaderLines();
        foreach (var field in head.Fields) lines.Add(field.Name, field.Value);
        return new Request
        {
            Method = head.Method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Headers = lines.Headers,
            Body = body is null ? Body.Missing : Body.Of(body),
        };
    }

    // As the consumer knows it, for generated links.
    private Uri Address(RequestHead head) =>
        head.Value("Host") is { Length: > 0 } host && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address) ? address : BaseUri;

    private static Response Plain(int status, string text) => new()
    {
        Status = status,
        Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = ["text/plain; charset=utf-8"] },
        Body = Body.Of(System.Text.Encoding.UTF8.GetBytes(text)),
    };

    // Without the pause in which a closed port cannot be used again.
    private static void Abort(Socket connection)
    {
        try
        {
            connection.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed already.
        }

        connection.Dispose();
    }
}
