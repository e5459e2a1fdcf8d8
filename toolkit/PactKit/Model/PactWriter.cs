using System.Reflection;
using PactKit.Model.Json;
using PactKit.Model.Writing;

namespace PactKit.Model;

/// <summary>
/// Writes pacts in every version, the same bytes for the same pact: members sorted by name, interactions sorted, two-space indent,
/// numbers as they were spelled, text unescaped, a newline at the end.
/// </summary>
public static class PactWriter
{
    private const string Tool = "pactKit";

    // The broker adds these to what is fetched from it; they are no part of the contract.
    private const string BrokerDate = "createdAt";

    // Room for an interaction or two, so that what is printed is seldom copied to a larger place.
    private const int Slack = 16 * 1024;

    private static readonly string ToolVersion = typeof(PactWriter).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// Writes a pact in <paramref name="specification"/>, or in the version it names itself. What the version cannot hold is left out
    /// with a warning; kinds of interaction it cannot hold are an error (messages came with V3, which holds them or HTTP, not both;
    /// synchronous messages came with V4).
    /// </summary>
    public static WriteResult Write(Pact pact, PactSpecification? specification = null)
    {
        var printed = Print(pact, specification, null, null, out var error);
        return printed is null ? new WriteResult { Error = error } : new WriteResult { Json = printed.Json, Warnings = printed.Warnings };
    }

    /// <summary>As <see cref="Write"/>. What <paramref name="before"/> or <paramref name="ahead"/> has printed already is copied.</summary>
    internal static PrintedPact? Print(Pact pact, PactSpecification? specification, PrintedPact? before, PrintedAhead? ahead, out string? error)
    {
        var version = (specification ?? pact.Specification) is var named and not PactSpecification.Unknown ? named : PactSpecification.V3;
        error = Misfit(pact, version);
        if (error is not null) return null;
        var (known, holdsMessages) = (before?.Version == version ? before : null, HoldsMessages(pact, version));
        var interactions = new List<PrintedInteraction>(pact.Interactions.Count);
        if (ahead?.Version != version) ahead = null;
        foreach (var one in InteractionOrder.Sort(pact.Interactions)) interactions.Add(ahead?.Find(one) ?? known?.Find(one) ?? PrintedInteraction.ToPrint(one, version));
        var map = new JsonMap();
        if (pact.UnknownMembers.Count > 0)
        {
            foreach (var (name, value) in pact.UnknownMembers) if (!name.StartsWith('_') && name != BrokerDate) map[name] = value;
        }

        map["consumer"] = new JsonMap { ["name"] = pact.Consumer };
        map["provider"] = new JsonMap { ["name"] = pact.Provider };
        map["metadata"] = new JsonMap(pact.Metadata)
        {
            [Tool] = new JsonMap { ["version"] = ToolVersion },
            ["pactSpecification"] = new JsonMap { ["version"] = SpecificationVersion.Write(version) },
        };
        map[holdsMessages ? "messages" : "interactions"] = interactions.ConvertAll(static one => one.Fragment);
        var json = JsonPrinter.Pretty(map, (known?.Json.Length ?? 0) + Slack);
        return new PrintedPact(version, holdsMessages, json, interactions);
    }

    private static bool HoldsMessages(Pact pact, PactSpecification version) =>
        version == PactSpecification.V3 && pact.Interactions is [AsynchronousMessage, ..];

    private static string? Misfit(Pact pact, PactSpecification version)
    {
        if (version == PactSpecification.V4) return null;
        var (http, messages) = (pact.Interactions.OfType<HttpInteraction>().FirstOrDefault(), pact.Interactions.OfType<AsynchronousMessage>().FirstOrDefault());
        if (pact.Interactions.OfType<SynchronousMessage>().FirstOrDefault() is { } synchronous)
            return $"The synchronous message \"{synchronous.Description}\" cannot be written to a {version} pact file; use V4.";
        if (messages is not null && version < PactSpecification.V3)
            return $"The message \"{messages.Description}\" cannot be written to a {version} pact file; use V3 or V4.";
        return http is not null && messages is not null
            ? $"A V3 pact file holds either HTTP interactions or messages, but there is \"{http.Description}\" and the message \"{messages.Description}\"; use V4, or another name for the consumer or the provider."
            : null;
    }
}
