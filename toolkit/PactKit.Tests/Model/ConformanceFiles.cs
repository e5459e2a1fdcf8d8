namespace PactKit.Tests.Model;

/// <summary>Where the public conformance material lies: beside the checkout, or where an environment variable says.</summary>
internal static class ConformanceFiles
{
    public const string NotFound = "The public conformance files are not here: put them beside the checkout, or name them by PACT_SPEC_CASES, PACT_COMPAT_SUITE and PACT_CLIENT_CONTRACTS.";

    /// <summary>For <c>SkipUnless</c>: whether all of the material is here.</summary>
    public static bool AreHere => Directory.Exists(Compat) && Directory.Exists(SpecificationCases) && Directory.Exists(Clients);

    public static string Compat => Find("PACT_COMPAT_SUITE", "compat");

    public static string SpecificationCases => Find("PACT_SPEC_CASES", "spec");

    public static string Clients => Find("PACT_CLIENT_CONTRACTS", "clients");

    /// <summary>Files below a folder; none where the folder is not here, so that a test's rows can be made all the same.</summary>
    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];

    private static string Find(string variable, string folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path) return path;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", "conformance", folder));
    }
}
