using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>What is checked before interactions are served, and before they are written.</summary>
internal static class RoundCheck
{
    // What this process has written already. A run is a process, and the tests of a run do not know each other.
    private static readonly Dictionary<string, int> Written = [];

    /// <summary>Said where there is nothing to serve: PactNet accepts it, and it is seldom meant.</summary>
    public const string Nothing =
        "Warning: there are no interactions to verify, so the pact says nothing about the consumer. Describe one with UponReceiving(...) before Verify.";

    /// <summary>
    /// In a file an interaction is known by its description and provider states, so of two alike one would silently be lost. The same one said twice
    /// is one.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two interactions that differ have one description and the same states.</exception>
    public static IReadOnlyList<HttpInteraction> Distinct(IReadOnlyList<HttpInteraction> interactions)
    {
        if (interactions.Count < 2) return interactions;
        var groups = interactions.GroupBy(Identity).ToList();
        foreach (var same in groups.Where(group => group.Count() > 1))
        {
            if (same.Select(Content).Distinct().Count() < 2) continue;
            var first = same.First();
            var states = first.ProviderStates.Count == 0
                ? "no provider state" : $"the provider state {string.Join(" and ", first.ProviderStates.Select(state => $"'{state.Name}'"))}";
            throw new InvalidOperationException(
                $"Two different interactions are described as '{first.Description}' with {states}, and a pact can hold only one of them: give one another description, or another state in Given(...).");
        }

        return [.. groups.Select(group => group.First())];
    }

    /// <summary>Tells where another test of this run has written something else under the same name: the later one replaces it, as in PactNet.</summary>
    public static void WarnOfReplacement(ConsumerSettings settings, IReadOnlyList<HttpInteraction> interactions)
    {
        foreach (var interaction in interactions)
        {
            if (!Replaces($"{settings.Directory}\0{settings.Consumer}\0{settings.Provider}\0{Identity(interaction)}", Gist(interaction))) continue;
            settings.Warn(
                $"Warning: '{interaction.Description}' replaces a different interaction of that name and those provider states, which another test of this run wrote. If both are meant, give one another description.");
        }
    }

    private static bool Replaces(string key, int gist)
    {
        lock (Written)
        {
            var isAnother = Written.TryGetValue(key, out var before) && before != gist;
            Written[key] = gist;
            return isAnother;
        }
    }

    private static int Gist(HttpInteraction interaction)
    {
        var gist = new HashCode();
        gist.Add(interaction.Request.Method);
        gist.Add(interaction.Request.Path);
        gist.Add(QueryString.Write(interaction.Request.Query));
        gist.AddBytes(interaction.Request.Body.Content.Span);
        gist.Add(interaction.Response.Status);
        gist.AddBytes(interaction.Response.Body.Content.Span);
        return gist.ToHashCode();
    }

    private static string Identity(HttpInteraction interaction) =>
        interaction.Key ?? $"{interaction.Description}\0{string.Join('\0', interaction.ProviderStates.Select(state => state.Name))}";

    private static string Content(HttpInteraction interaction) =>
        Convert.ToBase64String(PactWriter.Write(new Pact { Consumer = "", Provider = "", Specification = PactSpecification.V4, Interactions = [interaction] }).Json ?? []);
}
