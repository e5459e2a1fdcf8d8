using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps that describe what messages carry.</summary>
public sealed class MessageDraftSteps(ConsumerTestSteps test)
{
    [Step("a message is defined")]
    public void Define() => Fill(test.Message!.Contents, Fixtures.Body("file: basic.json"));

    [Step("the message (?:(request|response) )?payload contains the \"(.+?)\" (?:JSON )?document")]
    public void Payload(string part, string document) => Fill(Part(part), Fixtures.Body(NameOf(document)));

    [Step("the message (?:(request) )?contains the following metadata:")]
    public void Metadata(string part, StepTable table)
    {
        foreach (var row in table.Rows) Part(part).SetMetadata(row["key"], Value(row["value"]));
    }

    [Step("the message (?:(request|response) )?is configured with the following:")]
    public void Configure(string part, StepTable table)
    {
        var (contents, row) = (Part(part), table.Rows.Single());
        var generators = row.TryGetValue("generators", out var cell) ? Fixtures.Generators(cell) : GeneratorSet.None;
        if (row.TryGetValue("body", out var body)) Fill(contents, Fixtures.Body(body), generators);
        if (!row.TryGetValue("metadata", out var metadata)) return;
        foreach (var entry in JsonElement.Parse(metadata).EnumerateObject())
            contents.SetMetadata(entry.Name, entry.Value, generator: generators.Metadata.GetValueOrDefault(entry.Name));
    }

    /// <summary>"basic" and "file: basic.json" are the same fixture.</summary>
    internal static string NameOf(string document) =>
        document.StartsWith("file:", StringComparison.Ordinal) ? document : $"file: {Path.ChangeExtension(document, ".json")}";

    /// <summary>"JSON: …" or a text; quotes may be escaped.</summary>
    internal static JsonElement Value(string cell)
    {
        var text = cell.Replace("\\\"", "\"", StringComparison.Ordinal);
        return text.StartsWith("JSON:", StringComparison.Ordinal) ? JsonElement.Parse(text[5..]) : JsonSerializer.SerializeToElement(text);
    }

    private static void Fill(ContentsDraft draft, Body body, GeneratorSet? generators = null) =>
        draft.SetBody(BodyDraft.None with { Body = body, Generators = generators?.Body ?? Empty.Generators });

    private ContentsDraft Part(string part) => part switch
    {
        "request" => test.Synchronous!.Request,
        "response" => test.Synchronous!.AddResponse(),
        _ => test.Message!.Contents,
    };
}
