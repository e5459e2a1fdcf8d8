using System.Text.RegularExpressions;
using System.Xml.Linq;
using UserService.Tests.Contract;

namespace UserService.Tests.Docs;

/// <summary>What is said to run on PactNet as well uses PactNet's surface only; the rest sits in folders named PactKit.</summary>
public sealed partial class ClassicTests
{
    /// <summary>What the classic tests may name: the platform, the test framework, the project itself, PactNet.</summary>
    private static readonly string[] Known = ["System", "Microsoft", "Xunit", "Npgsql", "Newtonsoft", "Refit", "UserService", "ApiGateway", "PactNet"];

    /// <summary>The namespaces of PactNet 5.0.1.</summary>
    private static readonly string[] PactNets =
        ["PactNet", "PactNet.Exceptions", "PactNet.Infrastructure.Outputters", "PactNet.Matchers", "PactNet.Models", "PactNet.Verifier", "PactNet.Verifier.Messaging"];

    public static TheoryData<string> Projects() => ["consumer/UserService.Tests", "provider/ApiGateway.Tests"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_folders_named_PactKit_use_what_only_this_engine_offers(string project)
    {
        Assert.DoesNotContain(Classic(project), file => Name().IsMatch(Code(file)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classic_tests_use_namespaces_of_the_platform_and_of_PactNet(string project)
    {
        var used = Classic(project).SelectMany(file => Using().Matches(Code(file))).Select(match => match.Groups["name"].Value).Distinct();

        Assert.All(used, name =>
        {
            var root = name.Split('.')[0];
            Assert.Contains(root, Known);
            if (root == "PactNet") Assert.Contains(name, PactNets);
        });
    }

    /// <summary>Without the folders named PactKit, nothing may miss what is declared there.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Classic_tests_stand_without_the_other_folders(string project)
    {
        var declared = Sources(project).Where(IsOurs).SelectMany(file => Declaration().Matches(Code(file))).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.NotEmpty(declared);

        Assert.DoesNotContain(Classic(project), file => Word().Matches(Code(file)).Any(word => declared.Contains(word.Value)));
    }

    /// <summary>PactEngine=PactNet takes the package, leaves those folders out, and references nothing of the toolkit.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_build_on_PactNet_references_nothing_of_the_toolkit(string project)
    {
        var groups = XDocument.Load(Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj").Single()).Root!.Elements("ItemGroup").ToList();
        var onPactNet = groups.Where(group => group.Attribute("Condition")?.Value != "'$(PactEngine)' == 'PactKit'").Elements().ToList();

        Assert.DoesNotContain(onPactNet, item => item.Attribute("Include")?.Value.Contains("toolkit", StringComparison.Ordinal) == true);
        Assert.Contains(onPactNet, item => item.Name == "PackageReference" && item.Attribute("Include")?.Value == "PactNet");
        Assert.Contains(onPactNet, item => item.Name == "Compile" && item.Attribute("Remove")?.Value == "PactKit/**");
    }

    [Theory]
    [InlineData("consumer/UserService")]
    [InlineData("provider/ApiGateway")]
    [InlineData("provider/ApiGateway.TestHost")]
    public void The_applications_know_nothing_of_contract_tests(string project)
    {
        Assert.DoesNotContain("toolkit", File.ReadAllText(Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj").Single()), StringComparison.Ordinal);
        Assert.DoesNotContain(Sources(project), file => File.ReadAllText(file).Contains("using Pact", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Classic(string project) => Sources(project).Where(file => !IsOurs(file) && !file.EndsWith("ClassicTests.cs", StringComparison.Ordinal));

    private static bool IsOurs(string file) => file.Split(Path.DirectorySeparatorChar).Contains("PactKit");

    private static IEnumerable<string> Sources(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
    }

    private static string Code(string file) => Aside().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    /// <summary>A namespace of this engine, or a member that it gave to a type of PactNet.</summary>
    [GeneratedRegex(@"\bPactKit\b|\bReplaceFileOncePerRun\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    /// <summary>Comments and texts.</summary>
    [GeneratedRegex(@"//[^\n]*|""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Aside();
}
