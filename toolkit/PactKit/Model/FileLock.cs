using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace PactKit.Model;

/// <summary>
/// Keeps everyone else, thread or process, from the same file. The lock lies in the temporary folder and stays there: a lock file beside the pacts
/// would be committed, and one that is deleted can be held twice.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Waits for the lock; null when <paramref name="timeout"/> has passed.</summary>
    public static FileLock? Take(string path, TimeSpan timeout)
    {
        var file = LockFile(path);
        var waited = Stopwatch.StartNew();
        do
        {
            try
            {
                return new FileLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                Thread.Sleep(Pause);
            }
        }
        while (waited.Elapsed < timeout);

        return null;
    }

    public void Dispose() => _stream.Dispose();

    private static string LockFile(string path)
    {
        var full = Path.GetFullPath(path);
        // On file systems that ignore case two spellings are one file. Where they do not, two files share a lock, which does no harm.
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(full.ToUpperInvariant())))[..32];
        var folder = Path.Combine(Path.GetTempPath(), $"pactkit-locks-{Environment.UserName}");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }
}
