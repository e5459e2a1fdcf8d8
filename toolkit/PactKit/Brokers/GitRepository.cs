namespace PactKit.Brokers;

/// <summary>Reads commit and branch from the files of a git repository; no git needed, no process started.</summary>
public static class GitRepository
{
    private const string Reference = "ref: ";
    private const string Heads = "refs/heads/";

    /// <summary>The commit and branch checked out in the repository that holds the directory, or null where there is none.</summary>
    public static BuildInfo? Read(string directory)
    {
        try
        {
            return FindGitDirectory(directory) is { } git ? ReadHead(git) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static BuildInfo? ReadHead(string git)
    {
        var head = FirstLine(Path.Combine(git, "HEAD"));
        if (head is null) return null;
        if (!head.StartsWith(Reference, StringComparison.Ordinal)) return new BuildInfo { Version = head, Source = "git" };
        var name = head[Reference.Length..];
        return new BuildInfo
        {
            Version = Commit(git, name),
            Branch = name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : null,
            Source = "git",
        };
    }

    private static string? Commit(string git, string reference)
    {
        // A worktree has its own HEAD; branches are in the directory all worktrees share.
        var shared = FirstLine(Path.Combine(git, "commondir")) is { } common ? Path.GetFullPath(common, git) : git;
        if (FirstLine(Path.Combine(shared, reference)) is { } loose) return loose;
        var packed = Path.Combine(shared, "packed-refs");
        if (!File.Exists(packed)) return null;
        var line = File.ReadLines(packed).FirstOrDefault(entry => entry.EndsWith(" " + reference, StringComparison.Ordinal));
        return line?[..line.IndexOf(' ', StringComparison.Ordinal)];
    }

    private static string? FindGitDirectory(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git)) return git;
            // A worktree or submodule has a file that says where its directory is.
            if (FirstLine(git) is { } pointer && pointer.StartsWith("gitdir: ", StringComparison.Ordinal))
                return Path.GetFullPath(pointer["gitdir: ".Length..], folder.FullName);
        }

        return null;
    }

    private static string? FirstLine(string file) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault()?.Trim() is { Length: > 0 } line ? line : null;
}
