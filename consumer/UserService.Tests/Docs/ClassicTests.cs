using UserService.Tests.Contract;

namespace UserService.Tests.Docs;

/// <summary>What is said to run on PactNet as well uses PactNet's surface only; the rest sits in folders named PactKit.</summary>
public sealed class ClassicTests
{
    [Theory]
    [InlineData("consumer/UserService.Tests")]
    [InlineData("provider/ApiGateway.Tests")]
    public void Only_folders_named_PactKit_use_what_only_this_engine_offers(string project)
    {
        var offenders = Sources(project)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using PactKit", StringComparison.Ordinal)))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("PactKit"));

        Assert.Empty(offenders);
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

    private static IEnumerable<string> Sources(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
    }
}
