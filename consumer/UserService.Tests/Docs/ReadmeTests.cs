using System.Text.RegularExpressions;
using UserService.Tests.Contract;

namespace UserService.Tests.Docs;

/// <summary>The README shows code that runs: every snippet is found, word for word, in the file it names.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string, string> Snippets()
    {
        var snippets = new TheoryData<string, string>();
        foreach (Match match in Snippet().Matches(Readme)) snippets.Add(match.Groups["file"].Value, match.Groups["code"].Value);
        return snippets;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_is_code_that_runs(string file, string code)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.Contains(Squeeze(code), Squeeze(source), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_piece_of_csharp_names_its_file() => Assert.Equal(Readme.Split("```csharp").Length - 1, Snippets().Count);

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere() =>
        Assert.All(Link().Matches(Readme), link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link.Groups["to"].Value)), link.Value));

    private static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"<!-- (?<file>\S+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\[[^\]]*\]\((?!https?://)(?<to>[^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
