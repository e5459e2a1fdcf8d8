using System.Buffers;

namespace PactKit.Wire;

/// <summary>What methods and the names of headers are made of.</summary>
internal static class Tokens
{
    private const string Allowed = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static readonly SearchValues<byte> Bytes = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(Allowed));

    public static readonly SearchValues<char> Chars = SearchValues.Create(Allowed);
}
