using System.Reflection;
using Gherkin;
using Gherkin.Ast;
using PactKit.Tests.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Nothing of the suite is left out by accident: a scenario is run by a test, or listed here with a reason.</summary>
public sealed class CoverageTests
{
    /// <summary>Scenarios that are not run, by "feature: scenario".</summary>
    public static readonly IReadOnlyDictionary<string, string> NotRun = new Dictionary<string, string>
    {
        ["V3/message_provider: Supports messages with body formatted for the Kafka schema registry"] = "the suite marks it as unfinished (@wip)",
    };

    public static bool AreHere => SuiteScenario.AreHere;

    [Fact(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere))]
    public void Every_feature_has_a_test_class() =>
        Assert.Empty(All().Select(row => row.Split(": ")[0]).Distinct().Except(Run().Select(row => row.Split(": ")[0])));

    [Fact(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere))]
    public void Every_scenario_is_run_or_listed_with_a_reason()
    {
        Assert.Empty(All().Except(Run()).Except(NotRun.Keys));
        Assert.Empty(NotRun.Keys.Intersect(Run()));
        Assert.Empty(NotRun.Keys.Except(All()));
        Assert.All(NotRun.Keys, row => Assert.Contains("@wip", SuiteScenario.Find(row).Tags));
    }

    // Everything on disk, whatever the test classes ask for.
    private static IEnumerable<string> All()
    {
        var root = Path.Combine(ConformanceFiles.Compat, "features");
        return
            from file in Directory.EnumerateFiles(root, "*.feature", SearchOption.AllDirectories)
            let feature = Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/')
            from scenario in new Parser().Parse(file).Feature.Children.OfType<Scenario>()
            select $"{feature}: {scenario.Name}";
    }

    // The rows of every theory in this folder.
    private static HashSet<string> Run() =>
    [
        .. from type in typeof(CoverageTests).Assembly.GetTypes()
           where type.Namespace == typeof(CoverageTests).Namespace
           from method in type.GetMethods()
           where method.GetCustomAttribute<TheoryAttribute>() is not null
           from data in method.GetCustomAttributes<MemberDataAttribute>()
           let rows = (TheoryData<string>)type.GetMethod(data.MemberName)!.Invoke(null, null)!
           from row in rows
           select row.Data,
    ];
}
