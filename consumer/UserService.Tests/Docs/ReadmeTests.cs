using System.Text.RegularExpressions;
using UserService.Tests.Contract;

namespace UserService.Tests.Docs;

/// <summary>What is written for people shows code that runs: every snippet is found, word for word, in the file it names.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Documents()
    {
        string[] folders = ["toolkit", "docs", "benchmarks"];
        var found = folders
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "BenchmarkDotNet.Artifacts"))
            .Order(StringComparer.Ordinal);
        return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. found];
    }

    public static TheoryData<string, string, string> Snippets()
    {
        var snippets = new TheoryData<string, string, string>();
        foreach (var document in Documents())
        {
            foreach (Match match in Snippet().Matches(Read(document.Data))) snippets.Add(document.Data, match.Groups["file"].Value, match.Groups["code"].Value);
        }

        return snippets;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_is_code_that_runs(string document, string file, string code)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.True(Squeeze(source).Contains(Squeeze(code), StringComparison.Ordinal), $"{document} shows code that is not in {file}:\n{code}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_piece_of_code_names_its_file(string document) =>
        Assert.Equal(Fence().Count(Read(document)), Snippet().Count(Read(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_into_the_repository_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        Assert.All(Link().Matches(Read(document)), link => Assert.True(Path.Exists(Path.Combine(folder, link.Groups["to"].Value)), link.Value));
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");

    private static string Squeeze(string text) => Space().Replace(text, " ").Trim();

    // A package's page shows HTML comments as text; there the file is named in a link definition, which shows nowhere.
    [GeneratedRegex(@"(?:<!-- (?<file>\S+) -->|\[//\]: # \((?<file>\S+)\)\n)\n```(?:csharp|xml)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^```(?:csharp|xml)$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[[^\]]*\]\((?!https?://)(?<to>[^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
