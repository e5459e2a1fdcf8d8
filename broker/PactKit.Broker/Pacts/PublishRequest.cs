using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacts;

internal sealed record ContractToPublish(string Consumer, string Provider, PactContent Content, bool Merge);

/// <summary>The body of <c>POST /contracts/publish</c>, checked.</summary>
internal sealed record PublishRequest(
    string Pacticipant, string Number, string? Branch, IReadOnlyList<string> Tags, string? BuildUrl, IReadOnlyList<ContractToPublish> Contracts)
{
    public static (PublishRequest? Request, Dictionary<string, List<string>> Errors) Read(JsonElement body, BrokerSettings settings)
    {
        var fields = new Fields(body);
        var pacticipant = fields.Text("pacticipantName", Text.Required | Text.NotBlank | Text.SingleLine);
        var number = fields.Text("pacticipantVersionNumber", Text.Required | Text.NotBlank | Text.SingleLine);
        if (number is { Length: > 0 } && !settings.OrderVersionsByDate && SemanticNumber.Parse(number) is null) fields.Fail("pacticipantVersionNumber", SemanticNumber.Refusal(number));
        var branch = fields.Text("branch", Text.NotBlank | Text.SingleLine);
        var buildUrl = fields.Text("buildUrl", Text.SingleLine);
        var tags = ReadTags(fields);
        var contracts = ReadContracts(fields, pacticipant, settings);
        var request = new PublishRequest(pacticipant ?? "", number ?? "", branch, tags, buildUrl, contracts);
        return (fields.Ok ? request : null, fields.Errors);
    }

    private static List<string> ReadTags(Fields fields)
    {
        var tags = new List<string>();
        foreach (var (index, item) in (fields.List("tags") ?? []).Index())
        {
            var message = item.ValueKind switch
            {
                JsonValueKind.String when item.GetString() == "" => Fields.Filled,
                JsonValueKind.String when string.IsNullOrWhiteSpace(item.GetString()) => Fields.Blank,
                JsonValueKind.String when item.GetString()!.Contains('\0', StringComparison.Ordinal) => "cannot contain a NUL character",
                JsonValueKind.String => null,
                JsonValueKind.Null => Fields.Filled,
                _ => "must be a string",
            };
            if (message is null) tags.Add(item.GetString()!);
            else fields.Fail("tags", $"{message} (at index {index})");
        }

        return tags.Distinct().ToList();
    }

    private static List<ContractToPublish> ReadContracts(Fields fields, string? pacticipant, BrokerSettings settings)
    {
        var contracts = new List<ContractToPublish>();
        if (fields.List("contracts", required: true) is not { } items) return contracts;
        if (items.Count == 0) fields.Fail("contracts", "size cannot be less than 1");
        foreach (var (index, item) in items.Index())
        {
            var errors = new List<string>();
            if (ReadContract(item, pacticipant, settings, errors) is { } contract) contracts.Add(contract);
            foreach (var error in errors) fields.Fail("contracts", $"{error} (at index {index})");
        }

        return contracts;
    }

    private static ContractToPublish? ReadContract(JsonElement item, string? pacticipant, BrokerSettings settings, List<string> errors)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            errors.Add("must be a hash");
            return null;
        }

        var fields = new Fields(item);
        var consumer = fields.Text("consumerName", Text.Required | Text.NotBlank);
        var provider = fields.Text("providerName", Text.Required | Text.NotBlank | Text.SingleLine);
        var content = fields.Text("content", Text.Required);
        var contentType = fields.Text("contentType", Text.Required);
        var specification = fields.Text("specification", Text.Required);
        var onConflict = fields.Text("onConflict", Text.NotNull);
        if (contentType is not null and not "application/json") fields.Fail("contentType", "must be one of: application/json");
        if (specification is not null and not "pact") fields.Fail("specification", "must be one of: pact");
        if (onConflict is not (null or "overwrite" or "merge")) fields.Fail("onConflict", "must be one of: overwrite, merge");
        foreach (var (field, messages) in fields.Errors) errors.AddRange(messages.Select(message => $"{field} {message}"));
        if (consumer is not null && pacticipant is not null && consumer != pacticipant)
            errors.Add($"consumerName must match pacticipantName ('{consumer}' is not '{pacticipant}')");
        if (content is null || contentType != "application/json") return null;
        var (root, problem) = Decode(content);
        if (problem is not null)
        {
            errors.Add(problem);
            return null;
        }

        CheckName(root, "consumer", consumer, errors);
        CheckName(root, "provider", provider, errors);
        if (errors.Count > 0) return null;
        var pact = settings.BaseEqualityOnlyOnContentThatAffectsVerificationResults ? PactContent.From(root) : PactContent.From(root, Convert.FromBase64String(content));
        return new ContractToPublish(consumer!, provider!, pact, onConflict == "merge");
    }

    private static (JsonElement Root, string? Error) Decode(string content)
    {
        var buffer = new byte[content.Length];
        // Strict: no line breaks or spaces, which the framework's decoder would skip.
        if (content.Any(char.IsWhiteSpace) || !Convert.TryFromBase64String(content, buffer, out var length)) return (default, "content is not valid Base64");
        var (root, error) = JsonBody.Parse(buffer.AsMemory(0, length));
        if (error is not null)
            return (default, error.StartsWith("JSON", StringComparison.Ordinal) ? $"content could not be parsed as application/json: {error}" : $"content is not valid: {error}");
        return root.ValueKind == JsonValueKind.Object ? (root, null) : (default, "content must be a JSON object");
    }

    private static void CheckName(JsonElement root, string role, string? outer, List<string> errors)
    {
        if (!root.TryGetProperty(role, out var party) || party.ValueKind == JsonValueKind.Null) return;
        if (party.ValueKind != JsonValueKind.Object)
        {
            errors.Add($"{role} in the content must be a hash");
            return;
        }

        if (!party.TryGetProperty("name", out var name) || name.ValueKind == JsonValueKind.Null || string.IsNullOrWhiteSpace(outer)) return;
        if (name.ValueKind != JsonValueKind.String || name.GetString() != outer)
            errors.Add($"{role}Name ('{outer}') does not match the {role} name in the content ('{(name.ValueKind == JsonValueKind.String ? name.GetString() : name.GetRawText())}')");
    }
}
