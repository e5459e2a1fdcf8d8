using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.Witness;

/// <summary>Odd requests: the plain mock server, the one that serves HTTPS, and the official one say the same, but for what is listed here.</summary>
public sealed class RequestEdgeTests
{
    private const string OnlyAscii = "Kestrel takes a target in ASCII only; it serves HTTPS, where clients escape";
    private const string KnownHost = "Kestrel insists on one Host header, as RFC 9112 has it";

    private static readonly Dictionary<string, string> KestrelOtherwise = new()
    {
        ["a path with raw UTF-8"] = OnlyAscii,
        ["a path with raw UTF-8 where it is expected escaped"] = OnlyAscii,
        ["query: raw UTF-8"] = OnlyAscii,
        ["a tab in the target"] = "Kestrel lets controls pass",
        ["a path without a slash"] = "Kestrel refuses it too, with 405",
        ["CONNECT"] = "Kestrel knows that there is nothing to connect to",
        ["the same length twice"] = "Kestrel refuses any second length",
        ["an unknown transfer coding"] = "Kestrel refuses it too, with 400; RFC 9112 asks for 501",
        ["HTTP/1.1 without a host"] = KnownHost,
        ["two hosts"] = KnownHost,
    };

    private const string Unread = "the official engine does not read header values beyond ASCII";

    private static readonly Dictionary<string, string> OfficialOtherwise = new()
    {
        ["header: a value in UTF-8"] = Unread,
        ["header: a value in Latin-1"] = Unread,
        ["header: a value with an emoji"] = Unread,
        ["header: one line where two values are expected"] = "HttpClient sends several values on one line, so one line is as good as two",
        ["header: a control in a value"] = "Kestrel takes it, and the two servers here are to agree",
        ["header: a thousand headers"] = "the official mock server takes no more than a hundred headers",
    };

    public static TheoryData<string> Names => [.. RequestEdges.All.Select(edge => edge.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_plain_server_answers(string name)
    {
        var edge = RequestEdges.All.Single(edge => edge.Name == name);
        await using var server = SocketMockServer.Start(new MockProvider(InteractionsOf(edge)), MockServerOptions.Default);
        Assert.Equal(edge.Status, await AskAsync(server.BaseUri.Port, edge.Bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_server_that_serves_HTTPS_says_the_same(string name)
    {
        var edge = RequestEdges.All.Single(edge => edge.Name == name);
        await using var server = await KestrelMockServer.StartAsync(new MockProvider(InteractionsOf(edge)), MockServerOptions.Default);
        var status = await AskAsync(server.BaseUri.Port, edge.Bytes);
        if (KestrelOtherwise.ContainsKey(name)) Assert.NotEqual(edge.Status, status);
        else Assert.Equal(edge.Status, status);
    }

    [Fact]
    public async Task The_official_mock_server_says_the_same()
    {
        OfficialCli.SkipTestWhereAbsent();
        var folder = Directory.CreateTempSubdirectory("pactkit-edges-");
        var masterPort = OfficialVerdicts.FreePort().ToString(CultureInfo.InvariantCulture);
        using var master = OfficialCli.Serve("mock", "--no-file-log", "--host", "127.0.0.1", "--port", masterPort, "start", "--output", folder.FullName, "--host", "127.0.0.1", "--port", masterPort);
        try
        {
            using var control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{masterPort}") };
            var differences = new List<string>();
            foreach (var edge in RequestEdges.All)
            {
                var status = await AskAsync(await OfficialVerdicts.CreateMockAsync(control, PactOf(edge), CancellationToken.None), edge.Bytes);
                var agrees = status == 200 == (edge.Status == 200);
                if (agrees == OfficialOtherwise.ContainsKey(edge.Name)) differences.Add($"{edge.Name}: {edge.Status} here, {status} there");
            }

            Assert.Empty(differences);
        }
        finally
        {
            master.Kill(entireProcessTree: true);
            await master.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Who_has_said_everything_and_closes_his_half_is_answered()
    {
        await using var server = SocketMockServer.Start(new MockProvider(InteractionsOf(RequestEdges.All[0])), MockServerOptions.Default);
        Assert.Equal(200, await AskAsync(server.BaseUri.Port, "GET /x HTTP/1.1\r\nHost: h\r\n\r\n"u8.ToArray(), closeHalf: true));
    }

    private static byte[] PactOf(RequestEdge edge) => OfficialVerdicts.PactOf("3.0.0", [(edge.Name, edge.Expected, """{"status":200}""")]);

    private static List<HttpInteraction> InteractionsOf(RequestEdge edge)
    {
        var read = PactReader.Read(PactOf(edge), edge.Name);
        Assert.True(read.IsSuccess, read.Error);
        return [.. read.Pact.Interactions.OfType<HttpInteraction>()];
    }

    private static async Task<int> AskAsync(int port, byte[] request, bool closeHalf = false)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port, limit.Token);
        var stream = connection.GetStream();
        var sending = stream.WriteAsync(request, limit.Token).AsTask();
        if (closeHalf)
        {
            await sending;
            connection.Client.Shutdown(SocketShutdown.Send);
        }

        var answer = new byte[64];
        for (var length = 0; length < 12;)
        {
            var read = await stream.ReadAsync(answer.AsMemory(length), limit.Token);
            Assert.True(read > 0, "The server closed the connection without an answer.");
            length += read;
        }

        // A server that refuses what is too long does not wait for the rest.
        connection.LingerState = new LingerOption(true, 0);
        connection.Close();
        _ = await Record.ExceptionAsync(() => sending);
        return int.Parse(Encoding.ASCII.GetString(answer, 9, 3), CultureInfo.InvariantCulture);
    }
}
