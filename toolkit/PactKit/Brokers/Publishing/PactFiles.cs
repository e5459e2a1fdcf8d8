namespace PactKit.Brokers.Publishing;

/// <summary>Finds pact files: files as named, JSON files anywhere below a directory, and what a pattern matches.</summary>
internal static class PactFiles
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    /// <summary>All files, read; or one sentence about the first thing that is wrong.</summary>
    public static (IReadOnlyList<PactFile> Files, string? Problem) Read(IReadOnlyList<string> places, string directory)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var files = new List<PactFile>();
        foreach (var place in places)
        {
            var (paths, problem) = Find(place, directory);
            if (problem is not null) return ([], problem);
            foreach (var path in paths.Where(seen.Add))
            {
                var (file, wrong) = PactFile.Read(path, Path.GetRelativePath(directory, path));
                if (file is null) return ([], wrong);
                files.Add(file);
            }
        }

        return (files, null);
    }

    private static (IReadOnlyList<string> Paths, string? Problem) Find(string place, string directory)
    {
        if (string.IsNullOrWhiteSpace(place)) return ([], "A place to look for pact files may not be blank.");
        var path = Path.GetFullPath(place, directory);
        if (File.Exists(path)) return ([path], null);
        if (Directory.Exists(path))
        {
            var inside = Directory.EnumerateFiles(path, "*.json", Below).Order(StringComparer.Ordinal).ToList();
            return inside.Count > 0 ? (inside, null) : ([], $"There is no JSON file in the directory '{place}'.");
        }

        if (!Glob.IsPattern(place)) return ([], $"There is no file or directory '{place}'.");
        var matched = Glob.Expand(path);
        return matched.Count > 0 ? (matched, null) : ([], $"No file matches '{place}'.");
    }
}
