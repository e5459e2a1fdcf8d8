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
    private const int MostDiscarded = 16 * 1024 * 1024;

    private static readonly TimeSpan LongestDiscard = TimeSpan.FromSeconds(1);

    private static readonly ResponseBytes Continue = new("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), default, KeepsAlive: true);

    private readonly MockProvider _provider;
    private readonly MockServerOptions _options;
    private readonly Socket _listener;
    private readonly Lock _closing = new();
    private readonly HashSet<Socket> _open = [];
    private volatile bool _stopped;
    private bool _closed;

    private SocketMockServer(MockProvider provider, MockServerOptions options, Socket listener)
    {
        (_provider, _options, _listener) = (provider, options, listener);
        BaseUri = AddressOf((IPEndPoint)listener.LocalEndPoint!);
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
        ThreadPool.UnsafeQueueUserWorkItem(static server => server.Accept(), server, preferLocal: false);
        return server;
    }

    /// <summary>Answers no more, and frees the port on the pool. <see cref="DisposeAsync"/> does what the pool has not done yet.</summary>
    public void Stop()
    {
        lock (_open) _stopped = true;
        ThreadPool.UnsafeQueueUserWorkItem(static server => server.Close(), this, preferLocal: false);
    }

    /// <summary>Stops listening and frees the port. Requests that are still open are cut off.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_open) _stopped = true;
        Close();
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        lock (_closing)
        {
            if (_closed) return;
            _closed = true;
            _listener.Dispose();
            Socket[] open;
            lock (_open) open = [.. _open];
            foreach (var connection in open) End(connection);
        }
    }

    // Making texts of addresses is loaded when it is first asked for, and nearly all tests are served on this one.
    private static Uri AddressOf(IPEndPoint listening) =>
        listening.Address.Equals(IPAddress.Loopback) ? new Uri($"http://127.0.0.1:{listening.Port}/") : new Uri($"http://{listening}/");

    // Not awaited: what is awaited throws when the listener is closed, as it is in every test, and an exception costs more than a request.
    private void Accept()
    {
        var accepted = new SocketAsyncEventArgs();
        accepted.Completed += (_, done) =>
        {
            if (Take(done)) AcceptNext(done);
        };
        AcceptNext(accepted);
    }

    private void AcceptNext(SocketAsyncEventArgs accepted)
    {
        try
        {
            do accepted.AcceptSocket = null;
            while (!_listener.AcceptAsync(accepted) && Take(accepted));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            accepted.Dispose();
        }
    }

    /// <summary>Serves a connection; false once the listener is closed.</summary>
    private bool Take(SocketAsyncEventArgs accepted)
    {
        if (accepted is { SocketError: SocketError.Success, AcceptSocket: { } connection })
        {
            if (IsOpen(connection)) _ = ServeAsync(connection);
            return true;
        }

        // A client that was gone before it was accepted is no reason to stop.
        if (accepted.SocketError == SocketError.ConnectionReset) return true;
        accepted.Dispose();
        return false;
    }

    private bool IsOpen(Socket connection)
    {
        lock (_open)
        {
            if (!_stopped && _open.Add(connection)) return true;
        }

        connection.Dispose();
        return false;
    }

    // All the waiting of a connection: for bytes, and until they are sent.
    private async Task ServeAsync(Socket connection)
    {
        try
        {
            connection.NoDelay = true;
            using var reader = new RequestReader();
            var writer = new ResponseWriter(_options.Clock);
            for (var goesOn = true; goesOn && !_stopped;)
            {
                if (Next(reader, writer) is { } answer)
                {
                    for (var bytes = answer.Head; !bytes.IsEmpty;) bytes = bytes[await connection.SendAsync(bytes, SocketFlags.None)..];
                    for (var bytes = answer.Rest; !bytes.IsEmpty;) bytes = bytes[await connection.SendAsync(bytes, SocketFlags.None)..];
                    goesOn = answer.KeepsAlive;
                }
                else
                {
                    var received = await connection.ReceiveAsync(reader.Room(), SocketFlags.None);
                    reader.Received(received);
                    goesOn = received > 0;
                }
            }

            if (_stopped) return;
            connection.Shutdown(SocketShutdown.Send);
            await DiscardAsync(connection);
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

    /// <summary>What is to be sent next; null where more has to come first.</summary>
    private ResponseBytes? Next(RequestReader reader, ResponseWriter writer)
    {
        try
        {
            if (reader.Read(out var body) is not { } head) return reader.AsksToContinue() ? Continue : null;
            var request = Request(head, body);
            return writer.Write(_provider.Answer(request, Address(head)), request.Method, head.KeepsAlive);
        }
        catch (RequestFault fault)
        {
            return writer.Write(Plain(fault.Status, fault.Message), "GET", keepAlive: false);
        }
#pragma warning disable CA1031 // Whatever kept the answer from being made, the consumer under test gets to know.
        catch (Exception failure)
        {
            return writer.Write(Plain(500, $"The mock server could not answer: {failure.Message}"), "GET", keepAlive: false);
        }
#pragma warning restore CA1031
    }

    /// <summary>Takes what is still under way before the connection is closed: closed upon unread bytes, it would take the answer along.</summary>
    private static async Task DiscardAsync(Socket connection)
    {
        using var enough = new CancellationTokenSource(LongestDiscard);
        var buffer = new byte[4096];
        for (var left = MostDiscarded; left > 0;)
        {
            var read = await connection.ReceiveAsync(buffer, SocketFlags.None, enough.Token);
            if (read == 0) return;
            left -= read;
        }
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
        head.Value("Host") is { Length: > 0 } host && host != BaseUri.Authority && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address)
            ? address
            : BaseUri;

    private static Response Plain(int status, string text) => new()
    {
        Status = status,
        Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = ["text/plain; charset=utf-8"] },
        Body = Body.Of(System.Text.Encoding.UTF8.GetBytes(text)),
    };

    // Both sides read the end of the connection, which is no fault to either of them; a connection torn down would be one to the client.
    private static void End(Socket connection)
    {
        try
        {
            connection.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed already.
        }
    }
}
