using System.Data.Common;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Upkeep;

internal static class DiagnosticsApi
{
    public static void MapDiagnostics(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/diagnostic/status/heartbeat", Heartbeat);
        routes.MapGet("/diagnostic/status/dependencies", Dependencies);
        routes.MapGet("/test/error", Fail);
        routes.MapPost("/test/error", Fail);
    }

    private static HalResult Heartbeat(BrokerRequest request) =>
        new(new HalDocument { ["ok"] = true }.Link("self", new Link(request.SelfUrl)));

    private static async Task<IResult> Dependencies(BrokerRequest request, Session db, CancellationToken ct)
    {
        var database = new HalDocument();
        var ok = true;
        try
        {
            await db.One<long>("SELECT 1", null, ct);
            database["ok"] = true;
        }
        catch (DbException failure)
        {
            ok = false;
            database["ok"] = false;
            database["error"] = new HalDocument { ["message"] = failure.Message };
        }

        return new HalResult(new HalDocument { ["database"] = database }.Link("self", new Link(request.SelfUrl)), ok ? 200 : 500);
    }

    /// <summary>For checking that errors reach the log.</summary>
    private static IResult Fail() => throw new InvalidOperationException("This is a test error, asked for through /test/error.");
}
