using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PactKit.Model;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Contents;

/// <summary>Bodies a plugin knows: it compares and generates them, with what it keeps in the pact file.</summary>
internal sealed class PluginBodyKind(Plugin matcher, Plugin? generator, PluginConfiguration configuration) : BodyKind
{
    public override IReadOnlyList<BodyDifference> Compare(
        TypedBody expected, TypedBody actual, IReadOnlyDictionary<string, RuleList> rules, bool unexpectedKeysAllowed)
    {
        var request = new CompareContentsRequest
        {
            Expected = ProtoBody.From(expected.Body, expected.Type),
            Actual = ProtoBody.From(actual.Body, actual.Type),
            AllowUnexpectedKeys = unexpectedKeysAllowed,
            PluginConfiguration = configuration,
        };
        foreach (var (path, list) in rules) request.Rules[path] = ProtoRules.From(list);
        try
        {
            return Differences(matcher.Call("CompareContents", (client, call) => client.CompareContents(request, call)));
        }
        catch (PluginException fault)
        {
            return [new BodyDifference("$", null, null, fault.Message)];
        }
    }

    public override Model.Body Generate(
        TypedBody body,
        IReadOnlyDictionary<string, Model.Generator> generators,
        bool forProvider,
        IReadOnlyDictionary<string, JsonElement> context,
        Action<string> warn)
    {
        if (generator is null || generators.Count == 0) return body.Body;
        var request = new GenerateContentRequest
        {
            Contents = ProtoBody.From(body.Body, body.Type),
            PluginConfiguration = configuration,
            TestContext = ProtoJson.ToStruct(context),
            TestMode = forProvider ? GenerateContentRequest.Types.TestMode.Provider : GenerateContentRequest.Types.TestMode.Consumer,
            ContentFor = forProvider ? GenerateContentRequest.Types.ContentFor.Request : GenerateContentRequest.Types.ContentFor.Response,
        };
        foreach (var (path, one) in generators) request.Generators[path] = ProtoRules.From(one);
        try
        {
            var generated = ProtoBody.To(generator.Call("GenerateContent", (client, call) => client.GenerateContent(request, call)).Contents);
            return generated with { Kind = this, ContentType = generated.ContentType ?? body.Body.ContentType };
        }
        catch (PluginException fault)
        {
            warn(fault.Message);
            return body.Body;
        }
    }

    private static List<BodyDifference> Differences(CompareContentsResponse response)
    {
        if (response.Error.Length > 0) return [new BodyDifference("$", null, null, response.Error)];
        if (response.TypeMismatch is { } types)
        {
            var sentence = $"Expected a body of '{types.Expected}' but the actual content type was '{types.Actual}'";
            return [new BodyDifference("$", types.Expected, types.Actual, sentence)];
        }

        return
        [
            .. response.Results.OrderBy(result => result.Key, StringComparer.Ordinal).SelectMany(result => result.Value.Mismatches.Select(mismatch =>
                new BodyDifference(
                    mismatch.Path is { Length: > 0 } path ? path : result.Key is { Length: > 0 } key ? key : "$",
                    Text(mismatch.Expected),
                    Text(mismatch.Actual),
                    mismatch.Diff.Length == 0 ? mismatch.Mismatch : $"{mismatch.Mismatch}\n{mismatch.Diff}"))),
        ];
    }

    // Others put bytes there that are no text at all, such as a protobuf message.
    private static string? Text(ByteString? bytes)
    {
        if (bytes is null) return null;
        if (Utf8.IsValid(bytes.Span)) return Encoding.UTF8.GetString(bytes.Span);
        return $"{bytes.Length} bytes, starting with {Convert.ToHexStringLower(bytes.Span[..Math.Min(32, bytes.Length)])}";
    }
}
