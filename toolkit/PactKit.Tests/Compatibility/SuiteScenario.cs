using Gherkin;
using Gherkin.Ast;
using PactKit.Tests.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>One scenario of the compatibility suite, with the steps of its feature's background first.</summary>
public sealed record SuiteScenario(string Name, IReadOnlyList<string> Tags, IReadOnlyList<Step> Steps)
{
    public const string NotFound = "no compatibility suite found; set PACT_COMPAT_SUITE";

    public static bool AreHere => Directory.Exists(Path.Combine(ConformanceFiles.Compat, "features"));

    /// <summary>A row per scenario of these features ("V3/matching_rules"), named "feature: scenario". Empty where the suite is absent.</summary>
    public static TheoryData<string> RowsOf(params string[] features)
    {
        var rows = new TheoryData<string>();
        if (!AreHere) return rows;
        foreach (var feature in features)
            foreach (var scenario in Read(feature)) rows.Add($"{feature}: {scenario.Name}");
        return rows;
    }

    public static SuiteScenario Find(string row)
    {
        var pieces = row.Split(": ", 2);
        return Read(pieces[0]).Single(s => s.Name == pieces[1]);
    }

    private static IEnumerable<SuiteScenario> Read(string feature)
    {
        var document = new Parser().Parse(Path.Combine(ConformanceFiles.Compat, "features", feature + ".feature"));
        var children = document.Feature.Children.ToList();
        var background = children.OfType<Background>().SelectMany(b => b.Steps).ToList();
        return children.OfType<Scenario>().Select(s => new SuiteScenario(s.Name, [.. s.Tags.Select(t => t.Name)], [.. background, .. s.Steps]));
    }
}
