using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Verifications;

/// <summary>The body of a published verification result, checked.</summary>
internal static class VerificationRequest
{
    public static (NewVerification? Result, Dictionary<string, List<string>> Errors) Read(JsonElement body, BrokerSettings settings)
    {
        var fields = new Fields(body);
        var success = fields.Flag("success", required: true);
        var version = fields.Text("providerApplicationVersion", Text.Required | Text.NotBlank | Text.SingleLine);
        if (version is { Length: > 0 } && !settings.OrderVersionsByDate && SemanticNumber.Parse(version) is null) fields.Fail("providerApplicationVersion", SemanticNumber.Refusal(version));
        var buildUrl = fields.Text("buildUrl");
        if (buildUrl is not null && !Uri.TryCreate(buildUrl, UriKind.RelativeOrAbsolute, out _)) fields.Fail("buildUrl", "is not a valid URL, for example http://example.org");
        if (buildUrl is not null && buildUrl.Contains(' ', StringComparison.Ordinal)) fields.Fail("buildUrl", "is not a valid URL, for example http://example.org");
        var verifiedBy = VerifiedBy(fields.Object("verifiedBy"));
        var testResults = fields.Find("testResults");
        if (!fields.Ok) return (null, fields.Errors);
        var report = testResults.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : testResults.GetRawText();
        return (new NewVerification(success!.Value, version!, buildUrl, report, verifiedBy), fields.Errors);
    }

    private static string? VerifiedBy(Fields? given)
    {
        if (given is null) return null;
        var language = given.Find("clientLanguage") is { ValueKind: JsonValueKind.Object } client ? new Fields(client) : null;
        var members = new (string Name, string? Value)[]
        {
            ("implementation", given.Text("implementation")),
            ("version", given.Text("version")),
            ("client_implementation", language?.Text("name")),
            ("client_test_framework", language?.Text("testFramework")),
            ("client_version", language?.Text("version")),
        };
        var text = new System.Text.StringBuilder("{");
        foreach (var (name, value) in members)
        {
            if (value is null) continue;
            if (text.Length > 1) text.Append(',');
            CanonicalJson.Append(text, name);
            text.Append(':');
            CanonicalJson.Append(text, value);
        }

        return text.Append('}').ToString();
    }
}
