using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>
/// A request byte by byte, what is expected, and the status the mock server answers with. In <see cref="Raw"/> every char is one byte
/// (Latin-1).
/// </summary>
public sealed record RequestEdge(string Name, string Expected, string Raw, int Status)
{
    public byte[] Bytes => Encoding.Latin1.GetBytes(Raw);

    public override string ToString() => Name;
}
