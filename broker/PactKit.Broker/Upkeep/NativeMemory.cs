using System.Runtime.InteropServices;

namespace PactKit.Broker.Upkeep;

/// <summary>How the process asks the system for memory that is not the garbage collector's: SQLite's and the compiler's.</summary>
internal static class NativeMemory
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;
    private const int Kilobyte = 1024;

    /// <summary>
    /// Gives memory back as soon as it is free, where the C library can be told so (glibc, see <c>man mallopt</c>); elsewhere it does nothing.
    /// By default every thread keeps what it once used: about 10 MB more after all kinds of requests, and no request is faster for it.
    /// Call it before the first request, in a process of the broker's own.
    /// </summary>
    public static void GiveBackEarly()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = mallopt(MmapThreshold, 64 * Kilobyte);
            _ = mallopt(TrimThreshold, 64 * Kilobyte);
            _ = mallopt(TopPad, 16 * Kilobyte);
            _ = mallopt(ArenaMax, 1);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library: it has its own ways.
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int mallopt(int parameter, int value);
}
