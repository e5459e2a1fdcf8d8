namespace PactKit.Verifier.Sessions;

/// <summary>Finds a file or folder of pacts by a path that is short because it starts at the repository's root.</summary>
internal static class PactPlace
{
    /// <exception cref="InvalidOperationException">There is nothing of that name in any folder it is looked for in.</exception>
    public static string Find(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Path.IsPathRooted(path)) return path;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.GetFullPath(path, folder.FullName);
            if (Path.Exists(candidate)) return candidate;
        }

        var here = Path.GetFullPath(path);
        return Path.Exists(here)
            ? here
            : throw new InvalidOperationException($"There is no '{path}': not in {AppContext.BaseDirectory} nor in a folder above it, nor in the current directory.");
    }
}
