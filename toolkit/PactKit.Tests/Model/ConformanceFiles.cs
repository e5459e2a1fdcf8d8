namespace PactKit.Tests.Model;

/// <summary>Where the public conformance material lies: beside the checkout, or where an environment variable says.</summary>
internal static class ConformanceFiles
{
    public const string NotFound = "no conformance material found; set PACT_COMPAT_SUITE, PACT_CLIENT_CONTRACTS and PACT_SPEC_CASES";

    public static bool SuiteIsHere => Directory.Exists(Path.Combine(Compat, "fixtures"));

    public static bool CasesAreHere => Directory.Exists(Path.Combine(SpecificationCases, "V1"));

    /// <summary>The files that match, for a theory; none where there is no such folder, so that its test can be skipped and not fail.</summary>
    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];

    public static string Compat => Find("PACT_COMPAT_SUITE", "compat");

    public static string SpecificationCases => Find("PACT_SPEC_CASES", "spec");

    public static string Clients => Find("PACT_CLIENT_CONTRACTS", "clients");

    private static string Find(string variable, string folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path) return path;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "conformance", folder));
    }
}
