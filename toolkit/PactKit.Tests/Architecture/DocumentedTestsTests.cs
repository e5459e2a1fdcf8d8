using System.Text.RegularExpressions;

namespace PactKit.Tests.Architecture;

/// <summary>Each row of docs/coming-from-pactnet.md names the test that proves it; a test that is renamed takes its row along.</summary>
public sealed partial class DocumentedTestsTests
{
    [Fact]
    public void Every_test_the_page_names_exists()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "coming-from-pactnet.md"));
        var named = TestName().Matches(page).Select(match => (Class: match.Groups[1].Value, Test: match.Groups[2].Value)).Distinct().ToList();
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "toolkit"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root(), "toolkit"), "*Compiles.cs", SearchOption.AllDirectories))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Assert.True(named.Count > 20, "The page names hardly any tests.");
        Assert.Empty(named.Where(name => !sources[name.Class].Any(text => text.Contains($" {name.Test}(", StringComparison.Ordinal))).Select(name => $"{name.Class}.{name.Test}"));
    }

    [Fact]
    public void Every_row_of_a_difference_names_its_test()
    {
        var rows = File.ReadAllLines(Path.Combine(Root(), "docs", "coming-from-pactnet.md"))
            .SkipWhile(line => line != "## What is different").TakeWhile(line => line != "## Coming from PactNet 4").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows.Where(row => !row.StartsWith("| PactNet 5", StringComparison.Ordinal)), row => Assert.Matches(TestName(), row));
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        Assert.NotNull(root);
        return root.FullName;
    }

    [GeneratedRegex(@"`(\w+)\.(\w+_\w+)`")]
    private static partial Regex TestName();
}
