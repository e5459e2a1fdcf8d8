using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PactKit.Tests.Verifier;

/// <summary>A server that reads the head of a request and then answers with these bytes, whatever they are, and closes.</summary>
internal sealed class BadPeer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly bool _tls;
    private readonly bool _resets;

    public BadPeer(byte[] answer, bool tls = false, bool resets = false)
    {
        (_answer, _tls, _resets) = (answer, tls, resets);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"{(_tls ? "https" : "http")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                _ = await Record.ExceptionAsync(() => AnswerAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        Stream stream = client.GetStream();
        if (_tls)
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            stream = tls;
        }

        _ = await stream.ReadAsync(new byte[4096]);
        await stream.WriteAsync(_answer);
        if (_resets) client.LingerState = new LingerOption(true, 0);
    }
}
