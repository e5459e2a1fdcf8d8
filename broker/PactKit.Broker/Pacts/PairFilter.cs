using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

/// <summary>Chooses pairs by the name of their consumer (<c>ic</c>) or provider (<c>ip</c>).</summary>
internal sealed record PairFilter(string Condition, string? Text = null)
{
    public static readonly PairFilter All = new("TRUE");

    public static PairFilter Of(string pacticipant) => new("(ic.name = @text OR ip.name = @text)", pacticipant);

    public static PairFilter Matching(string? search) =>
        search is null ? All : new("(lower(ic.name) LIKE @text ESCAPE '\\' OR lower(ip.name) LIKE @text ESCAPE '\\')", Like.Containing(search));
}
