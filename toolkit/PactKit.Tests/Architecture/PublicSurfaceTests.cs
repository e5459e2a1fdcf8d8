using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PactNet.Matchers;
using PactNet.Verifier;
using PactNet.Verifier.Messaging;
using PublicApiGenerator;

namespace PactKit.Tests.Architecture;

/// <summary>What users build on changes only on purpose: the approved text beside this file shows each change as a diff to review.</summary>
public sealed partial class PublicSurfaceTests
{
    private const string Approve = "PACTKIT_APPROVE";

    private const int LinesShown = 40;

    private static readonly Assembly Engine = typeof(PactVerifier).Assembly;

    /// <summary>Public classes that may be derived from. A class that is not here is sealed.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["PactNet.Exceptions.PactFailureException"] = "the base of PactNet's exceptions",
        ["PactNet.Exceptions.PactMessageConsumerVerificationException"] = "open in PactNet",
        ["PactNet.Exceptions.PactVerificationFailedException"] = "open in PactNet",
        ["PactNet.Infrastructure.Outputters.ConsoleOutput"] = "open in PactNet",
        ["PactNet.Matchers.DecimalMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.EqualityMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.IncludeMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.IntegerMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.MinMaxTypeMatcher"] = "open in PactNet, with a public constructor",
        ["PactNet.Matchers.NullMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.NumericMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.RegexMatcher"] = "open in PactNet, though only the engine makes one",
        ["PactNet.Matchers.TypeMatcher"] = "open in PactNet, with a public constructor",
        ["PactNet.PactConfig"] = "open in PactNet",
        ["PactNet.ProviderState"] = "open in PactNet",
        ["PactNet.Verifier.ConsumerVersionSelector"] = "open in PactNet",
        ["PactNet.Verifier.Messaging.MessageInteraction"] = "open in PactNet",
        ["PactNet.Verifier.Messaging.Scenario"] = "open in PactNet",
        ["PactNet.Verifier.PactVerifier"] = "open in PactNet; its protected Dispose is there for that",
        ["PactNet.Verifier.PactVerifierConfig"] = "open in PactNet",
    };

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var path = Path.Combine(Folder(), "PactKit.approved.txt");
        var actual = Engine.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Approve) == "1") File.WriteAllText(path, actual);

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(approved == actual, Explain(approved, actual));
    }

    [Fact]
    public void Public_classes_are_sealed()
    {
        var unsealed = Engine.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false } && !IsClosed(type)).Select(type => type.FullName!);
        Assert.Equal(Open.Keys.Order(StringComparer.Ordinal), unsealed.Order(StringComparer.Ordinal));
    }

    /// <summary>The approved text shows these as objects; code written for PactNet reads members of what they hold.</summary>
    [Theory]
    [InlineData(typeof(IMatcher), nameof(IMatcher.Value))]
    [InlineData(typeof(TypeMatcher), nameof(TypeMatcher.Value))]
    [InlineData(typeof(RegexMatcher), nameof(RegexMatcher.Value))]
    [InlineData(typeof(Scenario), nameof(Scenario.Metadata))]
    public void Properties_that_are_dynamic_in_PactNet_are_dynamic(Type type, string property) =>
        Assert.NotNull(type.GetProperty(property)!.GetCustomAttribute<DynamicAttribute>());

    // Abstract, and nobody outside can reach a constructor: all the kinds there are live in the engine.
    private static bool IsClosed(Type type) =>
        type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(constructor => constructor.IsFamilyAndAssembly || CopiesItself(constructor, type));

    // The copy constructor of a record is protected, but a derived record needs another one to begin with.
    private static bool CopiesItself(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static string Explain(string approved, string actual)
    {
        var (before, now) = (Members(approved), Members(actual));
        var changes = Only(before, now).Select(member => $"- {member}").Concat(Only(now, before).Select(member => $"+ {member}")).ToList();
        var shown = string.Join('\n', changes.Take(LinesShown));
        var more = changes.Count > LinesShown ? $"\n… and {changes.Count - LinesShown} more" : "";
        var what = changes.Count == 0 ? "The same members are in another order." : shown + more;
        return $"""
            The public surface of PactKit is not the approved one (- approved, + now):
            {what}
            If that is meant, accept it and commit the file with the change:
            {Approve}=1 dotnet test toolkit/PactKit.Tests --filter {nameof(PublicSurfaceTests)}
            """;
    }

    // Each line with the type it is in, since many types have a member called Name.
    private static List<string> Members(string text)
    {
        var members = new List<string>();
        var type = "";
        foreach (var line in text.Split('\n').Where(line => line.Any(char.IsLetter)))
        {
            if (TypeLine().IsMatch(line)) type = line.Split(" : ")[0].TrimStart().Split('(')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
            members.Add(line.StartsWith("     ", StringComparison.Ordinal) ? $"{type}: {line.Trim()}" : line.Trim());
        }

        return members;
    }

    // A line that stands five times in one text and four times in the other differs once.
    private static IEnumerable<string> Only(List<string> members, List<string> others)
    {
        var left = others.CountBy(member => member).ToDictionary();
        foreach (var member in members)
        {
            if (left.GetValueOrDefault(member) == 0) yield return member;
            else left[member]--;
        }
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        Assert.NotNull(root);
        return Path.Combine(root.FullName, "toolkit", "PactKit.Tests", "Architecture");
    }

    [GeneratedRegex("^ {4}public ")]
    private static partial Regex TypeLine();
}
