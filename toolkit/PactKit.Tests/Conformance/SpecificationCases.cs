using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Conformance;

/// <summary>Every published case of the specification: an expected part, an actual part, and whether they match.</summary>
public sealed class SpecificationCases(ITestOutputHelper output)
{
    private const string NotFound = "no specification cases found; set PACT_SPEC_CASES";

    private static readonly string[] Versions = ["V1", "V1.1", "V2", "V3", "V4"];

    public static bool AreHere => Directory.Exists(Path.Combine(ConformanceFiles.SpecificationCases, "V1"));

    /// <summary>Cases in which the reference engine disagrees with the file, each with the reason. Nothing else may stand here.</summary>
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["V1/request/query/different param order"] = "V1 wants the query equal as text; every implementation parses it",
        ["V1/request/query/trailing amperand"] = "V1 wants the query equal as text; every implementation parses it",
        ["V2/request/body/matches with regex xml"] = "at an element's path a regex tests its name; its text is at #text",
        ["V3/request/body/matches with regex xml"] = "at an element's path a regex tests its name; its text is at #text",
    };

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        if (!AreHere) return cases;
        foreach (var version in Versions)
            foreach (var name in CasesOf(version)) cases.Add(name);
        return cases;
    }

    [Theory(Skip = NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void The_engine_answers_as_the_case_says(string name)
    {
        var (expected, mismatches) = Run(name);
        if (Deviations.TryGetValue(name, out var reason))
            Assert.True(expected != (mismatches.Count == 0), $"{name} is listed as a deviation ({reason}), yet it passes: take it off the list");
        else
            Assert.True(expected == (mismatches.Count == 0), $"{name}: {(expected ? "must match, but" : "must not match")} {Text(mismatches)}");
    }

    [Theory(Skip = NotFound, SkipUnless = nameof(AreHere))]
    [InlineData("V1")]
    [InlineData("V1.1")]
    [InlineData("V2")]
    [InlineData("V3")]
    [InlineData("V4")]
    public void All_cases_of_a_version_pass_but_the_listed_deviations(string version)
    {
        var names = CasesOf(version).ToList();
        var failed = names.Where(name => Run(name) is var (expected, mismatches) && expected != (mismatches.Count == 0)).ToList();
        output.WriteLine($"{version}: {names.Count - failed.Count} of {names.Count} cases pass; deviations: {string.Join(", ", failed)}");
        Assert.NotEmpty(names);
        Assert.Equal(Deviations.Keys.Where(d => d.StartsWith(version + "/", StringComparison.Ordinal)).Intersect(names).Order(), failed.Order());
    }

    private static IEnumerable<string> CasesOf(string version)
    {
        var root = Path.Combine(ConformanceFiles.SpecificationCases, version, "testcases");
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => $"{version}/{Path.GetRelativePath(root, file).Replace('\\', '/')[..^".json".Length]}")
            .Order(StringComparer.Ordinal);
    }

    private static (bool Expected, IReadOnlyList<Mismatch> Mismatches) Run(string name)
    {
        var pieces = name.Split('/', 3);
        var file = Path.Combine(ConformanceFiles.SpecificationCases, pieces[0], "testcases", pieces[1], pieces[2] + ".json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var json = document.RootElement;
        return (json.GetProperty("match").GetBoolean(), Compare(pieces[1], json.GetProperty("expected"), json.GetProperty("actual"), Reading.Specification(pieces[0])));
    }

    private static IReadOnlyList<Mismatch> Compare(string part, JsonElement expected, JsonElement actual, PactSpecification version) => part switch
    {
        "request" => new RequestMatcher(PactReader.ReadRequest(expected, version)).Match(PactReader.ReadRequest(actual, version)),
        "response" => new ResponseMatcher(PactReader.ReadResponse(expected, version)).Match(PactReader.ReadResponse(actual, version)),
        _ => new MessageMatcher(PactReader.ReadMessage(expected, version)).Match(PactReader.ReadMessage(actual, version)),
    };

    private static string Text(IEnumerable<Mismatch> mismatches) => string.Join("; ", mismatches.Select(m => m.Description));
}
