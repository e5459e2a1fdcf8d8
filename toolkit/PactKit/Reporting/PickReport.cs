using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Reporting;

/// <summary>Explains to people why a request got no answer.</summary>
public static class PickReport
{
    /// <summary>Null where the request was matched: then there is nothing to explain.</summary>
    public static string? Of(InteractionPick pick, Request actual) => pick switch
    {
        MismatchedRequest mismatched =>
            $"You asked for {Target(actual)}; the closest expectation, {Name(mismatched.Closest)}, has this method and path, but differs in:\n"
            + MismatchReport.Of(mismatched.Mismatches, mismatched.Closest.Request, actual),
        UnexpectedRequest { Nearest: { } nearest } unexpected =>
            $"You asked for {Target(actual)}; nothing expects that. The nearest expectation, {Name(nearest)}, is {Target(nearest.Request)} and differs in:\n"
            + MismatchReport.Of(unexpected.Mismatches, nearest.Request, actual),
        UnexpectedRequest => $"You asked for {Target(actual)}; no request is expected at all.\n",
        _ => null,
    };

    private static string Target(Request request) =>
        request.Query.Count == 0 ? $"{request.Method} {request.Path}" : $"{request.Method} {request.Path}?{QueryString.Write(request.Query)}";

    private static string Name(HttpInteraction interaction) => interaction.ProviderStates.Count == 0
        ? $"\"{interaction.Description}\""
        : $"\"{interaction.Description}\" (given {string.Join(" and ", interaction.ProviderStates.Select(s => $"\"{s.Name}\""))})";
}
