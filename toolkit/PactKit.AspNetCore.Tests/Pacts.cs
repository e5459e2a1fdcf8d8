using System.Text;
using System.Text.Json;
using PactKit.Model;

namespace PactKit.AspNetCoreTests;

/// <summary>Pacts with the fewest words, written to files that a verifier reads.</summary>
internal sealed class Pacts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-aspnetcore-").FullName;
    private readonly List<object> _interactions = [];

    public Pacts Http(string description, string method, string path, int status, object? body = null, object? state = null, object? headers = null)
    {
        object response = body is null ? new { status } : new { status, headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body };
        _interactions.Add(new { description, providerStates = States(state), request = new { method, path, headers }, response });
        return this;
    }

    public Pacts Message(string description, object contents, object? state = null)
    {
        _interactions.Add(new
        {
            type = "Asynchronous/Messages",
            description,
            providerStates = States(state),
            contents = new { content = contents, contentType = "application/json", encoded = false },
        });
        return this;
    }

    public Pacts Question(string description, object request, object response)
    {
        _interactions.Add(new
        {
            type = "Synchronous/Messages",
            description,
            request = new { contents = new { content = request, contentType = "application/json", encoded = false } },
            response = new[] { new { contents = new { content = response, contentType = "application/json", encoded = false } } },
        });
        return this;
    }

    /// <summary>Writes a pact: version 4 when there are messages, else version 3.</summary>
    public FileInfo File(bool messages = false)
    {
        var path = Path.Combine(_folder, "web-shop.json");
        var pact = new
        {
            consumer = new { name = "web" },
            provider = new { name = "shop" },
            interactions = _interactions,
            metadata = new { pactSpecification = new { version = messages ? "4.0" : "3.0.0" } },
        };
        System.IO.File.WriteAllText(path, JsonSerializer.Serialize(pact), Encoding.UTF8);
        return new FileInfo(path);
    }

    public Pact Read() => PactReader.ReadFile(File().FullName) is { Pact: { } pact } ? pact : throw new InvalidOperationException("The test's pact is not well formed.");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static object[] States(object? state) => state switch
    {
        null => [],
        string name => [new { name }],
        _ => [state],
    };
}
