using PactKit.Model.Writing;

namespace PactKit.Model;

/// <summary>Pact files on disk: their names, and putting pacts into them while other tests, threads and processes do the same.</summary>
public static class PactFile
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>
    /// "{consumer}-{provider}.json", blanks and all. A slash in a name makes a folder, as it does for others; a step upwards or a
    /// character no file system takes becomes an underscore.
    /// </summary>
    public static string NameOf(string consumer, string provider) =>
        string.Join(Path.DirectorySeparatorChar, Array.ConvertAll($"{consumer}-{provider}.json".Split(Separators), Segment));

    /// <summary>Puts a pact into its file in <paramref name="directory"/>, which is made where it does not exist.</summary>
    public static PactFileResult Write(Pact pact, string directory, PactFileOptions? options = null) => Write(pact, directory, options, null);

    /// <summary>As the other, with interactions of the pact that were printed already.</summary>
    internal static PactFileResult Write(Pact pact, string directory, PactFileOptions? options, PrintedAhead? ahead) =>
        WriteTo(pact, Path.Combine(directory, NameOf(pact.Consumer, pact.Provider)), options ?? PactFileOptions.Default, ahead);

    /// <summary>
    /// Puts a pact into a file: all of it or, where there is an error, nothing. Others that write the same file in this way, in this
    /// process or another, wait for each other.
    /// </summary>
    public static PactFileResult WriteTo(Pact pact, string path, PactFileOptions? options = null) =>
        WriteTo(pact, path, options ?? PactFileOptions.Default, null);

    private static PactFileResult WriteTo(Pact pact, string path, PactFileOptions options, PrintedAhead? ahead)
    {
        try
        {
            using var held = FileLock.Take(path, options.LockTimeout);
            return held is null
                ? Failed(path, $"others have been writing it for {options.LockTimeout.TotalSeconds:0} seconds")
                : WriteLocked(pact, path, options, ahead);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(path, fault.Message);
        }
    }

    private static PactFileResult WriteLocked(Pact pact, string path, PactFileOptions options, PrintedAhead? ahead)
    {
        var warnings = new List<string>();
        var target = pact with { Specification = options.Specification ?? pact.Specification };
        var last = options.Mode == PactFileMode.Merge ? WrittenFiles.Find(path) : null;
        var before = last?.Json;
        if (options.Mode == PactFileMode.Merge && (last is not null || File.Exists(path)))
        {
            if (Existing(path, ref last, ref before, out var error) is not { } existing) return Failed(path, error!);
            if (existing.Specification != target.Specification && existing.Interactions.Count > 0)
                warnings.Add($"{path} was {existing.Specification} and is now {target.Specification}");
            if (PactMerge.Merge(existing, target, options.Conflicts, out var conflict) is not { } merged) return Failed(path, conflict!);
            target = merged;
        }

        if (PactWriter.Print(target, null, last, ahead, out var misfit) is not { } written) return Failed(path, misfit!);
        var unchanged = written.Json.AsSpan().SequenceEqual(before);
        if (!unchanged) Replace(path, written.Json);
        if (!unchanged || last is null) WrittenFiles.Keep(path, written);
        return new PactFileResult { Path = path, Warnings = [.. warnings, .. written.Warnings] };
    }

    private static Pact? Existing(string path, ref PrintedPact? last, ref byte[]? before, out string? error)
    {
        error = null;
        if (last?.Read() is { } known) return known;
        last = null;
        before = File.ReadAllBytes(path);
        var existing = PactReader.Read(before, path);
        if (!existing.IsSuccess) error = $"what is there is no pact ({existing.Error}); repair or delete it";
        return existing.Pact;
    }

    // A reader sees the old file or the new one, and a crash leaves the old one.
    private static void Replace(string path, byte[] content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            // Made by the first that writes there; what is written again finds it.
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static PactFileResult Failed(string path, string reason) =>
        new() { Path = path, Error = $"The pact file {path} could not be written: {reason.TrimEnd('.')}. The file was left as it was." };

    private static string Segment(string name)
    {
        if (name is "" or "." or "..") return "_";
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length; i++) if (letters[i] is < ' ' or '<' or '>' or ':' or '"' or '|' or '?' or '*') letters[i] = '_';
        return new string(letters);
    }
}
