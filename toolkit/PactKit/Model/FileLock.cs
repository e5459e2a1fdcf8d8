using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace PactKit.Model;

/// <summary>
/// Keeps everyone else, thread or process, from the same file. The lock lies in the temporary folder and stays there: a lock file beside the pacts
/// would be committed, and one that is deleted can be held twice.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // The folder is the same for the whole run, and asking for the user's name reads the system's list of users.
    private static readonly Lazy<string> Folder = new(() => Path.Combine(Path.GetTempPath(), $"pactkit-locks-{Environment.UserName}"));

    // A run writes a handful of files, each again and again.
    private const int MostKept = 100;

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    private readonly SafeFileHandle _file;

    private FileLock(SafeFileHandle file) => _file = file;

    /// <summary>Waits for the lock; null when <paramref name="timeout"/> has passed.</summary>
    public static FileLock? Take(string path, TimeSpan timeout)
    {
        var file = LockFile(path);
        var waited = Stopwatch.StartNew();
        do
        {
            try
            {
                return new FileLock(File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (DirectoryNotFoundException) when (!Directory.Exists(Folder.Value))
            {
                Directory.CreateDirectory(Folder.Value);
            }
            catch (IOException)
            {
                Thread.Sleep(Pause);
            }
        }
        while (waited.Elapsed < timeout);

        return null;
    }

    public void Dispose() => _file.Dispose();

    private static string LockFile(string path)
    {
        var full = Path.GetFullPath(path);
        if (Names.TryGetValue(full, out var known)) return known;
        // On file systems that ignore case two spellings are one file. Where they do not, two files share a lock, which does no harm.
        var name = Name(full.ToUpperInvariant());
        if (Names.Count >= MostKept) Names.Clear();
        return Names[full] = Path.Combine(Folder.Value, name);
    }

    // FNV-1a, 64 bits: nothing is to be kept secret here, and a cryptographic hash would have to be loaded for it first.
    private static string Name(string path)
    {
        var hash = 14695981039346656037;
        foreach (var c in path) hash = (hash ^ c) * 1099511628211;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
