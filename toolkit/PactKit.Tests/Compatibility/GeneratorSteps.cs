using System.Globalization;
using System.Text.Json;
using PactKit.Generators;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps of the features that apply generators to parts without any server.</summary>
public sealed class GeneratorSteps
{
    private readonly Dictionary<string, string> _kinds = new()
    {
        ["integer"] = @"-?\d+",
        ["decimal number"] = @"-?\d+\.\d+",
        ["hexadecimal number"] = "[0-9a-fA-F]+",
        ["random string"] = "[0-9a-zA-Z]+",
        ["string from the regex"] = @"\d{1,8}",
        ["date"] = @"\d{4}-\d{2}-\d{2}",
        ["time"] = @"\d{2}:\d{2}:\d{2}",
        ["date-time"] = @"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:?\d{2}|Z)?",
        ["boolean"] = "true|false",
        ["UUID"] = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        ["lower-case-hyphenated UUID"] = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        ["upper-case-hyphenated UUID"] = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}",
        ["simple UUID"] = "[0-9a-f]{32}",
        ["URN UUID"] = "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    };

    private Request _request = new();
    private Response _response = new();
    private bool _isResponse;
    private GeneratorMode _mode = GeneratorMode.Consumer;

    private Body Body => _isResponse ? _response.Body : _request.Body;

    [Step("a request configured with the following generators:")]
    public void Request(StepTable table)
    {
        var row = table.Rows.Single();
        _request = new Request { Generators = Fixtures.Generators(row["generators"]) };
        if (row.TryGetValue("body", out var body)) _request = _request with { Body = Fixtures.Body(body) };
    }

    [Step("a response configured with the following generators:")]
    public void Response(StepTable table)
    {
        var row = table.Rows.Single();
        _isResponse = true;
        _response = new Response { Generators = Fixtures.Generators(row["generators"]) };
        if (row.TryGetValue("body", out var body)) _response = _response with { Body = Fixtures.Body(body) };
    }

    [Step("the generator test mode is set as \"(Provider|Consumer)\"")]
    public void Mode(string mode) => _mode = Enum.Parse<GeneratorMode>(mode);

    [Step("the (?:request|response) is prepared for use")]
    public void Prepare() => Apply(Context());

    [Step("the request is prepared for use with a \"(providerState|mockServer)\" context:")]
    public void PrepareWith(string kind, StepTable table)
    {
        var json = Reading.Json(table.Cells.Single().Single());
        Apply(kind == "mockServer"
            ? Context() with { MockServerUrl = json.GetProperty("href").GetString() }
            : Context() with { ProviderState = json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) });
    }

    [Step("the body value for \"(.+)\" will have been replaced with an? \"(.+)\"")]
    public void ReplacedWithKind(string path, string kind) => Assert.Matches($@"\A(?:{_kinds[kind]})\z", ValueAt(path));

    [Step("the body value for \"(.+)\" will have been replaced with \"(.+)\"")]
    public void ReplacedWith(string path, string value) => Assert.Equal(value, ValueAt(path));

    [Step("the (?:request|response) \"(.+)\" will be set as \"(.+)\"")]
    public void IsSet(string place, string value) => Assert.Equal(value, PartOf(place));

    [Step("the (?:request|response) \"(.+)\" will match \"(.+)\"")]
    public void Matches(string place, string pattern) => Assert.Matches($@"\A(?:{pattern})\z", PartOf(place));

    [Step("the (?:request|response) \"(.+)\" will not be \"(.+)\"")]
    public void IsNot(string place, string value) => Assert.NotEqual(value, PartOf(place));

    private GeneratorContext Context() => new() { Mode = _mode, Time = TimeProvider.System, Random = new Random(1) };

    private void Apply(GeneratorContext context)
    {
        var warnings = _isResponse ? Apply(PartGenerator.Apply(_response, context)) : Apply(PartGenerator.Apply(_request, context));
        Assert.Empty(warnings);
    }

    private IReadOnlyList<string> Apply(Generated<Request> generated)
    {
        _request = generated.Part;
        return generated.Warnings;
    }

    private IReadOnlyList<string> Apply(Generated<Response> generated)
    {
        _response = generated.Part;
        return generated.Warnings;
    }

    // The suite only asks for "$.name".
    private string ValueAt(string path)
    {
        var before = Fixtures.Bytes("basic.json");
        var name = path["$.".Length..];
        var value = JsonElement.Parse(Body.Content.Span).GetProperty(name);
        Assert.NotEqual(JsonElement.Parse(before).GetProperty(name).GetRawText(), value.GetRawText());
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    private string? PartOf(string place)
    {
        var name = place.Contains('[', StringComparison.Ordinal) ? place[(place.IndexOf('[', StringComparison.Ordinal) + 1)..^1] : "";
        return place.Split('[')[0] switch
        {
            "path" => _request.Path,
            "status" => _response.Status.ToString(CultureInfo.InvariantCulture),
            "header" => (_isResponse ? _response.Headers : _request.Headers)[name].Single(),
            "queryParameter" => _request.Query[name].Single(),
            _ => throw new InvalidOperationException($"No part is called {place}"),
        };
    }
}
