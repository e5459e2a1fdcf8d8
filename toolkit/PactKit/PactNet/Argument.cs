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

    /// <summary>A path nobody can request is refused where it is written. A matcher written as JSON by hand is left to those who read it.</summary>
    public static string Path([NotNull] string? value, string name)
    {
        var path = NotBlank(value, name);
        if (path.StartsWith('{')) return path;
        if (path.Contains('?'))
            throw new ArgumentException($"The path \"{path}\" holds a query, which never matches there: end it before the '?' and call WithQuery(name, value) for each parameter.", name);
        return path is ['/', ..] or "*" ? path
            : throw new ArgumentException($"The path \"{path}\" does not begin with a slash, so no request can match it: write \"/{path}\", without scheme and host.", name);
    }
}
