using PactKit.Model;

namespace PactKit.Coverage;

/// <summary>Finds the methods that send a request: by verb and path, then the most literal template, then the query.</summary>
internal static class MethodPicker
{
    /// <summary>More than one where overloads cannot be told apart; empty where no method sends it.</summary>
    public static IReadOnlyList<ClientMethod> Pick(IReadOnlyList<ClientMethod> methods, Request request)
    {
        var senders = methods.Where(method => method.Sends(request)).ToList();
        var templated = senders.Where(method => !method.IsDynamic).ToList();
        if (templated.Count == 0) return senders;

        var most = templated.Max(method => method.Literal);
        var nearest = templated.Where(method => method.Literal == most).ToList();
        var fitting = nearest.Where(method => method.Parameters.Fit([.. method.BeyondTemplate(request)])).ToList();
        return fitting.Count > 0 ? fitting : nearest;
    }
}
