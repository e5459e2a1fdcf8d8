using System.Text;

namespace PactKit.Broker.Hal;

/// <summary>Strict percent-decoding: the bytes have to be UTF-8.</summary>
internal static class Percent
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes a path; an encoded slash becomes <paramref name="slash"/>.</summary>
    public static bool TryDecode(string encoded, char slash, out string decoded)
    {
        decoded = encoded;
        if (!encoded.Contains('%', StringComparison.Ordinal)) return true;
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(encoded, i, 1));
                continue;
            }

            if (i + 2 >= encoded.Length || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2])) return false;
            var value = Convert.ToByte(encoded.Substring(i + 1, 2), 16);
            bytes.Add(value == '/' ? (byte)slash : value);
            i += 2;
        }

        try
        {
            decoded = Strict.GetString(bytes.ToArray());
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
