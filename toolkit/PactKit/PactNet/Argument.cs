using System.Diagnostics.CodeAnalysis;

namespace PactNet;

/// <summary>Checks what users pass, with the exception types PactNet has.</summary>
internal static class Argument
{
    public static T NotNull<T>([NotNull] T? value, string name) where T : class =>
        value ?? throw new ArgumentNullException(name, "Pass a value: null is not allowed here.");

    public static string NotBlank([NotNull] string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("Pass a text that is not blank.", name) : value;
}
