using System.Text;
using System.Text.Unicode;

namespace PactKit.Wire;

/// <summary>What the bytes of a received header say.</summary>
internal static class HeaderText
{
    /// <summary>Most clients send UTF-8 where they send anything beyond ASCII; Latin-1 is what the rest means.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>Of bytes that a server has taken for Latin-1, one character each.</summary>
    public static string OfLatin1(string text) => Ascii.IsValid(text) ? text : Of(Encoding.Latin1.GetBytes(text));
}
