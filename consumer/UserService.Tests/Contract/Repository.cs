namespace UserService.Tests.Contract;

internal static class Repository
{
    /// <summary>The folder that holds the solution, seen from the test's own assembly.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ContractDemo.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above '{from}' holds ContractDemo.sln.");
    }
}
