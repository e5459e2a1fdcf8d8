using System.Text.RegularExpressions;

namespace Surface;

/// <summary>What is compiled here is written against PactNet alone, so that it compiles against the real package as well.</summary>
public sealed partial class OnlyPactNetTests
{
    [Fact]
    public void No_file_here_names_anything_of_PactKit()
    {
        var folder = Folder();
        var files = Directory.EnumerateFiles(folder, "*.cs").Where(file => !file.EndsWith($"{nameof(OnlyPactNetTests)}.cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(OurNames(), File.ReadAllText(file)));
        Assert.DoesNotContain(
            typeof(OnlyPactNetTests).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name),
            name => name is not null && OurNames().IsMatch(name) && name is not ("PactKit" or "PactKit.Xunit"));
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        Assert.NotNull(root);
        return Path.Combine(root.FullName, "toolkit", "PactKit.Surface.Tests");
    }

    [GeneratedRegex("\\bPactKit\\b")]
    private static partial Regex OurNames();
}
