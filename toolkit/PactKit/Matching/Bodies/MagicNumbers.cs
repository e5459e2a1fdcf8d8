using System.Text.Unicode;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Tells what bytes are from how they begin. A table of its own, so that every machine answers alike.</summary>
internal static class MagicNumbers
{
    // Type, place, and the bytes there in hexadecimal, with two dots for any byte. The first that fits wins.
    private static readonly (string Type, int Offset, short[] Bytes)[] Table =
    [
        Entry("image/png", 0, "89504e470d0a1a0a"),
        Entry("image/jpeg", 0, "ffd8ff"),
        Entry("image/gif", 0, "47494638"),
        Entry("image/webp", 0, "52494646........57454250"),
        Entry("audio/x-wav", 0, "52494646........57415645"),
        Entry("video/x-msvideo", 0, "52494646........41564920"),
        Entry("image/tiff", 0, "49492a00"),
        Entry("image/tiff", 0, "4d4d002a"),
        Entry("image/bmp", 0, "424d............0000"),
        Entry("image/vnd.microsoft.icon", 0, "00000100"),
        Entry("image/vnd.adobe.photoshop", 0, "38425053"),
        Entry("image/avif", 4, "6674797061766966"),
        Entry("image/heif", 4, "6674797068656963"),
        Entry("image/jp2", 0, "0000000c6a5020200d0a"),
        Entry("image/jxl", 0, "0000000c4a584c200d0a870a"),
        Entry("application/pdf", 0, "255044462d"),
        Entry("application/postscript", 0, "25215053"),
        Entry("application/rtf", 0, "7b5c727466"),
        Entry("application/epub+zip", 30, "6d696d65747970656170706c69636174696f6e2f657075622b7a6970"),
        Entry("application/vnd.oasis.opendocument.text", 30, "6d696d65747970656170706c69636174696f6e2f766e642e6f617369732e6f70656e646f63756d656e742e74657874"),
        Entry("application/vnd.oasis.opendocument.spreadsheet", 30, "6d696d65747970656170706c69636174696f6e2f766e642e6f617369732e6f70656e646f63756d656e742e7370726561647368656574"),
        Entry("application/zip", 0, "504b0304"),
        Entry("application/zip", 0, "504b0506"),
        Entry("application/zip", 0, "504b0708"),
        Entry("application/gzip", 0, "1f8b08"),
        Entry("application/x-bzip2", 0, "425a68"),
        Entry("application/x-xz", 0, "fd377a585a00"),
        Entry("application/zstd", 0, "28b52ffd"),
        Entry("application/x-7z-compressed", 0, "377abcaf271c"),
        Entry("application/vnd.rar", 0, "526172211a07"),
        Entry("application/x-tar", 257, "7573746172"),
        Entry("application/vnd.ms-cab-compressed", 0, "4d534346"),
        Entry("application/x-ole-storage", 0, "d0cf11e0a1b11ae1"),
        Entry("application/vnd.sqlite3", 0, "53514c69746520666f726d6174203300"),
        Entry("application/vnd.apache.parquet", 0, "50415231"),
        Entry("application/wasm", 0, "0061736d"),
        Entry("application/java-vm", 0, "cafebabe"),
        Entry("application/x-executable", 0, "7f454c46"),
        Entry("application/vnd.microsoft.portable-executable", 0, "4d5a"),
        Entry("audio/mpeg", 0, "494433"),
        Entry("audio/mpeg", 0, "fffb"),
        Entry("audio/mpeg", 0, "fff3"),
        Entry("audio/mpeg", 0, "fff2"),
        Entry("audio/aac", 0, "fff1"),
        Entry("audio/aac", 0, "fff9"),
        Entry("audio/x-flac", 0, "664c6143"),
        Entry("audio/midi", 0, "4d546864"),
        Entry("audio/ogg", 28, "4f70757348656164"),
        Entry("audio/ogg", 28, "01766f72626973"),
        Entry("audio/x-aiff", 0, "464f524d........41494646"),
        Entry("audio/amr", 0, "2321414d52"),
        Entry("application/ogg", 0, "4f676753"),
        Entry("audio/m4a", 4, "667479704d3441"),
        Entry("video/quicktime", 4, "6674797071742020"),
        Entry("video/mp4", 4, "66747970"),
        Entry("video/webm", 0, "1a45dfa3"),
        Entry("video/x-flv", 0, "464c5601"),
        Entry("video/mpeg", 0, "000001ba"),
        Entry("video/mpeg", 0, "000001b3"),
        Entry("video/x-ms-wmv", 0, "3026b2758e66cf11"),
        Entry("font/woff", 0, "774f4646"),
        Entry("font/woff2", 0, "774f4632"),
        Entry("font/otf", 0, "4f54544f"),
        Entry("font/ttf", 0, "0001000000"),
        Entry("font/collection", 0, "74746366"),
    ];

    public static ContentType Detect(ReadOnlySpan<byte> bytes)
    {
        foreach (var (type, offset, magic) in Table)
            if (Fits(bytes, offset, magic) && !(magic.Length <= 3 && IsText(bytes))) return Parse(type == "application/zip" ? OfficeType(bytes) ?? type : type);
        var text = ContentType.Sniff(bytes);
        if (text.IsUnknown) return Parse("application/octet-stream");
        return bytes.Contains((byte)0) ? Parse("application/octet-stream") : text;
    }

    // Two or three bytes are too little to tell a program from a sentence that begins with the same letters.
    private static bool IsText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) && !bytes.Contains((byte)0);

    // Office documents are archives; the names of their members, which stand in clear, tell which.
    private static string? OfficeType(ReadOnlySpan<byte> bytes)
    {
        const string Prefix = "application/vnd.openxmlformats-officedocument.";
        if (bytes.IndexOf("[Content_Types].xml"u8) < 0) return bytes.IndexOf("META-INF/MANIFEST.MF"u8) >= 0 ? "application/java-archive" : null;
        if (bytes.IndexOf("word/"u8) >= 0) return Prefix + "wordprocessingml.document";
        if (bytes.IndexOf("xl/"u8) >= 0) return Prefix + "spreadsheetml.sheet";
        return bytes.IndexOf("ppt/"u8) >= 0 ? Prefix + "presentationml.presentation" : null;
    }

    private static bool Fits(ReadOnlySpan<byte> bytes, int offset, short[] magic)
    {
        if (bytes.Length < offset + magic.Length) return false;
        for (var i = 0; i < magic.Length; i++)
            if (magic[i] >= 0 && magic[i] != bytes[offset + i]) return false;
        return true;
    }

    private static (string Type, int Offset, short[] Bytes) Entry(string type, int offset, string hex)
    {
        var bytes = new short[hex.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            var pair = hex.AsSpan(i * 2, 2);
            bytes[i] = pair.Contains('.') ? (short)-1 : Convert.FromHexString(pair)[0];
        }

        return (type, offset, bytes);
    }

    private static ContentType Parse(string type) => ContentType.TryParse(type, out var parsed) ? parsed : ContentType.Unknown;
}
