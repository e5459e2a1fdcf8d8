using System.Text;
using System.Text.Json;
using PactKit.Model;

namespace PactKit.Tests.Model;

/// <summary>Short ways to read for tests.</summary>
internal static class Reading
{
    public static ReadResult Pact(string json) => PactReader.Read(Encoding.UTF8.GetBytes(json), "test.json");

    public static Pact Good(string json)
    {
        var result = Pact(json);
        Assert.True(result.IsSuccess, result.Error);
        return result.Pact;
    }

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    public static string Text(this Body body) => Encoding.UTF8.GetString(body.Content.Span);

    public static PactSpecification Specification(string version) => version switch
    {
        "V1" => PactSpecification.V1,
        "V1.1" => PactSpecification.V11,
        "V2" => PactSpecification.V2,
        "V3" => PactSpecification.V3,
        _ => PactSpecification.V4,
    };
}
