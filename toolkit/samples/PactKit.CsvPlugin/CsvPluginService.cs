using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PactKit.Plugins.Authoring;
using PactKit.Plugins.Protocol;

namespace PactKit.CsvPlugin;

/// <summary>A Pact plugin for CSV bodies: the calls of the protocol that a content plugin answers.</summary>
internal sealed class CsvPluginService(Random random, TimeProvider time) : PactPlugin.PactPluginBase
{
    private const string ContentTypes = "text/csv;application/csv";

    public override Task<InitPluginResponse> InitPlugin(InitPluginRequest request, ServerCallContext context) => Task.FromResult(new InitPluginResponse
    {
        Catalogue = { Entry(CatalogueEntry.Types.EntryType.ContentMatcher), Entry(CatalogueEntry.Types.EntryType.ContentGenerator) },
    });

    public override Task<Empty> UpdateCatalogue(Catalogue request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<ConfigureInteractionResponse> ConfigureInteraction(ConfigureInteractionRequest request, ServerCallContext context)
    {
        try
        {
            var part = CsvInteraction.Configure(request.ContentType, request.ContentsConfig ?? new Struct());
            return Task.FromResult(new ConfigureInteractionResponse { Interaction = { part } });
        }
        catch (FormatException fault)
        {
            return Task.FromResult(new ConfigureInteractionResponse { Error = $"This is no description of a CSV body: {fault.Message}." });
        }
    }

    public override Task<CompareContentsResponse> CompareContents(CompareContentsRequest request, ServerCallContext context)
    {
        var response = new CompareContentsResponse();
        var headers = CsvInteraction.HasHeaders(request.PluginConfiguration, request.Rules.Keys);
        if (!TryParse(request.Expected, headers, out var expected, out var problem)) response.Error = $"The expected body is not CSV: {problem}.";
        else if (!TryParse(request.Actual, headers, out var actual, out problem)) response.Error = $"The actual body is not CSV: {problem}.";
        else
            foreach (var group in new CsvComparer(expected, actual, request).Compare().GroupBy(mismatch => mismatch.Path))
                response.Results[group.Key] = new ContentMismatches { Mismatches = { group } };
        return Task.FromResult(response);
    }

    public override Task<GenerateContentResponse> GenerateContent(GenerateContentRequest request, ServerCallContext context)
    {
        var headers = CsvInteraction.HasHeaders(request.PluginConfiguration, request.Generators.Keys);
        if (!TryParse(request.Contents, headers, out var table, out var problem))
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"the body is not CSV: {problem}"));
        var rows = table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((value, index) =>
            index < table.Columns.Count && request.Generators.TryGetValue(table.Columns[index], out var generator)
                ? ValueGenerator.Generate(generator, value, request, random, time)
                : value)]);
        var contents = request.Contents.Clone();
        contents.Content = ByteString.CopyFromUtf8(CsvText.Write(headers ? rows.Prepend(table.Names) : rows));
        return Task.FromResult(new GenerateContentResponse { Contents = contents });
    }

    private static CatalogueEntry Entry(CatalogueEntry.Types.EntryType type) =>
        new() { Type = type, Key = "csv", Values = { ["content-types"] = ContentTypes } };

    private static bool TryParse(Body? body, bool headers, out CsvTable table, out string? problem)
    {
        try
        {
            (table, problem) = (CsvTable.Parse(body, headers), null);
            return true;
        }
        catch (FormatException fault)
        {
            (table, problem) = (new CsvTable([], [], []), fault.Message);
            return false;
        }
    }
}
