using System.Buffers;
using Microsoft.Win32.SafeHandles;
using PactKit.Model.Writing;

namespace PactKit.Model;

/// <summary>
/// What this process wrote into pact files last. A file that still holds those very bytes need not be read and taken apart again; whether it
/// does is looked up each time, since editors and other processes write there too. Used under the lock of the file.
/// </summary>
internal static class WrittenFiles
{
    // A run writes a handful of files; one that makes up ever new ones does not fill the memory with them.
    private const int MostKept = 16;

    private const int Chunk = 64 * 1024;

    private static readonly Dictionary<string, PrintedPact> Kept = [];

    private static readonly Lock Turn = new();

    /// <summary>What was written to the file, if that is what it holds.</summary>
    public static PrintedPact? Find(string path)
    {
        PrintedPact? last;
        lock (Turn) last = Kept.GetValueOrDefault(Path.GetFullPath(path));
        return last is not null && Holds(path, last.Json) ? last : null;
    }

    public static void Keep(string path, PrintedPact written)
    {
        lock (Turn)
        {
            if (Kept.Count >= MostKept) Kept.Clear();
            Kept[Path.GetFullPath(path)] = written;
        }
    }

    private static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        using var file = Open(path);
        if (file is null) return false;
        if (RandomAccess.GetLength(file) != content.Length) return false;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(content.Length, Chunk));
        try
        {
            for (var at = 0; at < content.Length;)
            {
                var read = RandomAccess.Read(file, buffer, at);
                if (read == 0 || read > content.Length - at || !content.Slice(at, read).SequenceEqual(buffer.AsSpan(0, read))) return false;
                at += read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Asking first whether it is there would cost as much as opening it, and it nearly always is.
    private static SafeFileHandle? Open(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
