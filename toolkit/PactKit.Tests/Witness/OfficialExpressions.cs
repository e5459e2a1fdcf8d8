using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PactKit.Tests.Witness;

/// <summary>The official parser of rule expressions, in the native library that pact-js brings. Here errors have a position, and references can be asked for.</summary>
internal static partial class OfficialExpressions
{
    private static readonly Lazy<nint> Library = new(() => NativeLibrary.Load(File!));

    public static string? File { get; } = Find();

    /// <summary>The names that are referred to; or the error, with its character counted from 1 where it has one.</summary>
    public static (IReadOnlyList<string> References, string? Error, int? Character) Parse(string text)
    {
        var parsed = Function<FromText>("parse_matcher_definition")(text);
        try
        {
            if (Text(Function<FromPointer>("matcher_definition_error")(parsed)) is { } error)
                return ([], error, Position().Match(error) is { Success: true } at ? int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture) : null);
            var references = new List<string>();
            var rules = Function<FromPointer>("matcher_definition_iter")(parsed);
            while (Function<FromPointer>("matching_rule_iter_next")(rules) is not 0 and var rule)
                if (Text(Function<FromPointer>("matching_rule_reference_name")(rule)) is { } name) references.Add(name);
            return (references, null, null);
        }
        finally
        {
            Function<Free>("matcher_definition_delete")(parsed);
        }
    }

    private static string? Text(nint pointer) => pointer == 0 ? null : Marshal.PtrToStringUTF8(pointer);

    private static T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library.Value, "pactffi_" + name));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PACT_JS") is not { Length: > 0 } folder || !Directory.Exists(Path.Combine(folder, "@pact-foundation"))) return null;
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return Directory.GetDirectories(Path.Combine(folder, "@pact-foundation"), $"pact-core-{system}-*").Order(StringComparer.Ordinal)
            .SelectMany(package => Directory.GetFiles(package, "*pact_ffi*", SearchOption.AllDirectories))
            .FirstOrDefault(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint FromText([MarshalAs(UnmanagedType.LPUTF8Str)] string text);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint FromPointer(nint pointer);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Free(nint pointer);

    [GeneratedRegex(@"expression:1:(\d+)")]
    private static partial Regex Position();
}
