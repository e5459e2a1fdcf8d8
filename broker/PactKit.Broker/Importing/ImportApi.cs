using System.Text.Json;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Importing;

/// <summary>Takes what <c>pactkit broker import</c> read from another broker. Needs the right to write, as everything that writes.</summary>
internal static class ImportApi
{
    public const string Path = "/upkeep/import";

    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, Apply).ReadsJson(required: true).ExcludeFromDescription();
        routes.MapGet(Path + "/{consumer}", Known).ExcludeFromDescription();
    }

    private static async Task<IResult> Apply(BrokerRequest request, ImportStore store, CancellationToken ct)
    {
        if (Read(request.Body) is not { } batch) return Errors.Message(StatusCodes.Status400BadRequest, "This is no batch of an import; 'pactkit broker import' makes them.");
        return new HalResult(new HalDocument { ["added"] = await store.ApplyAsync(batch, ct) });
    }

    private static async Task<IResult> Known(string consumer, ImportStore store, CancellationToken ct) => Results.Json(await store.KnownAsync(consumer, ct), JsonSerializerOptions.Web);

    /// <summary>Null when members are missing that every batch has: nothing of such a one is written.</summary>
    private static ImportBatch? Read(JsonElement body)
    {
        try
        {
            var batch = body.Deserialize<ImportBatch>(Strict);
            return batch is null || HasGaps(body) ? null : batch;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Nulls in lists, and texts with NUL, which PostgreSQL cannot keep.
    private static bool HasGaps(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasGaps(item)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => HasGaps(member.Value)),
        _ => false,
    };

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
