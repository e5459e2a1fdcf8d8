using System.Diagnostics.CodeAnalysis;

namespace PactNet;

/// <summary>Checks what users pass. The type is ArgumentException even for null: tests written for PactNet name exactly that.</summary>
internal static class Argument
{
    public static T NotNull<T>([NotNull] T? value, string name) where T : class =>
        value ?? throw new ArgumentException("Pass a value: null is not allowed here.", name);

    /// <summary>Nobody can send such a header; a mock server would answer with an error that names no cause.</summary>
    public static string HeaderText([NotNull] string? value, string name) =>
        NotNull(value, name).AsSpan().ContainsAny('\r', '\n', '\0')
            ? throw new ArgumentException("A header holds no line break and no zero character; remove it.", name) : value;

    public static string NotBlank([NotNull] string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Pass a text that is not blank.", name) : value;
}
