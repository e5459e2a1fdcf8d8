using PactKit.Model;

namespace PactKit.Generators;

/// <summary>Random texts: hexadecimal digits, letters and digits, UUIDs.</summary>
internal static class RandomTexts
{
    private const int MaxLength = 100_000;

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static GeneratedValue Hexadecimal(RandomHexadecimalGenerator generator, Random random) =>
        TooLong(generator.Digits) is { } error ? GeneratedValue.Failed(error) : GeneratedValue.Text(random.GetString("0123456789ABCDEF", generator.Digits));

    public static GeneratedValue Letters(RandomStringGenerator generator, Random random) =>
        generator.Size == 0 ? GeneratedValue.Text("")
        : TooLong(generator.Size) is { } error ? GeneratedValue.Failed(error)
        : GeneratedValue.Text(random.GetString(Alphanumeric, generator.Size));

    public static GeneratedValue Uuid(UuidGenerator generator, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        // Version 4 and its variant: random, and recognised as such.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var uuid = new Guid(bytes, bigEndian: true);
        return GeneratedValue.Text(generator.Format switch
        {
            "simple" => uuid.ToString("N"),
            "upper-case-hyphenated" => uuid.ToString("D").ToUpperInvariant(),
            "URN" => $"urn:uuid:{uuid:D}",
            _ => uuid.ToString("D"),
        });
    }

    /// <summary>Null where a value may have so many characters.</summary>
    public static string? TooLong(int length) => length is > 0 and <= MaxLength ? null : $"a value of {length} characters is not generated; expected 1 to {MaxLength}";
}
