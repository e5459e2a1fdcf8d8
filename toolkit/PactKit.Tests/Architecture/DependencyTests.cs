using System.Text.RegularExpressions;

namespace PactKit.Tests.Architecture;

/// <summary>Inside the engine everything points towards the model. Read off the source, where a using line or a full name would show.</summary>
public sealed partial class DependencyTests
{
    /// <summary>What each folder of the engine may use besides itself.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Dates"] = [],
        ["Matching"] = ["Model", "Dates"],
        ["Generators"] = ["Model", "Dates", "Matching"],
        ["Reporting"] = ["Model", "Matching"],
    };

    public static TheoryData<string> Folders() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_lies_below_it(string folder)
    {
        var root = Path.Combine(Engine(), folder);
        if (!Directory.Exists(root)) return;
        var wrong =
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            from Match use in Use().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != folder && Directory.Exists(Path.Combine(Engine(), used)) && !Allowed[folder].Contains(used)
            select $"{Path.GetRelativePath(Engine(), file)} uses {used}";
        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [InlineData("MockServer", "Consumer", "PactNet", "Verifier")]
    [InlineData("Consumer", "PactNet", "Verifier")]
    [InlineData("Verifier", "MockServer", "Consumer", "PactNet")]
    [InlineData("Brokers", "MockServer", "Consumer", "PactNet", "Verifier", "Matching")]
    public void A_folder_does_not_use_what_stands_on_it(string folder, params string[] forbidden)
    {
        var root = Path.Combine(Engine(), folder);
        if (!Directory.Exists(root)) return;
        var wrong =
            from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            from Match use in Use().Matches(File.ReadAllText(file))
            where forbidden.Contains(use.Groups[1].Value)
            select $"{Path.GetRelativePath(Engine(), file)} uses {use.Groups[1].Value}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void A_namespace_matches_its_folder()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Engine(), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Engine(), Path.GetDirectoryName(file)!)
            where !path.StartsWith("obj", StringComparison.Ordinal) && !path.StartsWith("bin", StringComparison.Ordinal) && !path.StartsWith("PactNet", StringComparison.Ordinal)
            let wanted = path is "." or "Extensions" ? "PactKit" : "PactKit." + path.Replace(Path.DirectorySeparatorChar, '.')
            from Match declared in Namespace().Matches(File.ReadAllText(file))
            where declared.Groups[1].Value != wanted
            select $"{path}/{Path.GetFileName(file)}: {declared.Groups[1].Value}";
        Assert.Empty(wrong);
    }

    private static string Engine()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        Assert.NotNull(root);
        return Path.Combine(root.FullName, "toolkit", "PactKit");
    }

    [GeneratedRegex(@"\bPactKit\.([A-Z]\w*)\b")]
    private static partial Regex Use();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
