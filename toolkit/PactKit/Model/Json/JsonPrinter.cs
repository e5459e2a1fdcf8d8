using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PactKit.Model.Json;

/// <summary>
/// Writes JSON as pact files hold it: numbers as they were spelled, text as UTF-8 with only the necessary escapes (the framework's
/// writer escapes emoji even when told to relax), and of duplicate keys the last.
/// </summary>
internal sealed class JsonPrinter
{
    private const int UsualCapacity = 1024;

    private const int LargestSpare = 256 * 1024;

    // Bodies are printed by the thousand; each thread keeps the room it used last.
    [ThreadStatic]
    private static byte[]? _spare;

    private readonly bool _pretty;
    private byte[] _output;
    private int _count;
    private int _depth;

    private JsonPrinter(bool pretty, int capacity)
    {
        _pretty = pretty;
        _output = _spare?.Length >= capacity ? _spare : new byte[capacity];
        _spare = null;
    }

    /// <summary>One line, members in their order. Takes what <see cref="Pretty"/> takes.</summary>
    public static byte[] CompactBytes(object? value)
    {
        var printer = new JsonPrinter(pretty: false, UsualCapacity);
        printer.Write(value);
        return printer.Finish();
    }

    public static string Compact(JsonElement json) => Encoding.UTF8.GetString(CompactBytes(json));

    /// <summary>
    /// Two-space indent, members sorted by name (those of a <see cref="JsonMap"/> in place), a newline at the end. A value is null, a string, a bool,
    /// a number, a JsonElement, a JsonMap, a sequence of values or a <see cref="JsonFragment"/> around one of these.
    /// </summary>
    /// <param name="value">What to print.</param>
    /// <param name="capacity">About how many bytes it will be.</param>
    public static byte[] Pretty(object? value, int capacity = UsualCapacity)
    {
        var printer = new JsonPrinter(pretty: true, capacity);
        printer.Write(value);
        printer.Raw("\n"u8);
        return printer.Finish();
    }

    /// <summary>As <see cref="Pretty"/>, for a value that is to stand so deep within a document: no newline at the end.</summary>
    public static byte[] PrettyAt(int depth, object? value)
    {
        var printer = new JsonPrinter(pretty: true, UsualCapacity) { _depth = depth };
        printer.Write(value);
        return printer.Finish();
    }

    private byte[] Finish()
    {
        var printed = _output.AsSpan(0, _count).ToArray();
        if (_output.Length <= LargestSpare) _spare = _output;
        return printed;
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: Raw("null"u8); break;
            case string text: Text(text); break;
            case JsonMap map: Members(map); break;
            case JsonElement json: Write(json); break;
            case bool flag: Raw(flag ? "true"u8 : "false"u8); break;
            case JsonFragment fragment: Fragment(fragment); break;
            case object?[] list: Items(list); break;
            case IEnumerable<object?> list: Items(list); break;
            case int or long or decimal or double or float: Plain(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A {value.GetType()} has no JSON form here.", nameof(value));
        }
    }

    private void Write(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object: Members(json); break;
            case JsonValueKind.Array: Items(json); break;
            case JsonValueKind.String: String(json); break;
            case JsonValueKind.Undefined: Raw("null"u8); break;
            default: Raw(JsonMarshal.GetRawUtf8Value(json)); break;
        }
    }

    private void Fragment(JsonFragment fragment)
    {
        var start = _count;
        if (fragment.Printed is { } printed) Raw(printed.Span);
        else Write(fragment.Value);
        fragment.IsPrinted(start.._count);
    }

    private void Members(JsonMap map)
    {
        if (_pretty) map.Sort();
        for (var i = 0; i < map.Count; i++)
        {
            Next(i == 0, '{');
            Text(map.NameAt(i));
            Colon();
            Write(map.ValueAt(i));
        }

        End(map.Count == 0, '{', '}');
    }

    private void Members(JsonElement json)
    {
        if (_pretty ? JsonMembers.AreSorted(json) : JsonMembers.AreDistinct(json)) MembersAsTheyCome(json);
        else MembersOf(JsonMembers.Distinct(json, _pretty));
    }

    private void MembersAsTheyCome(JsonElement json)
    {
        var first = true;
        foreach (var member in json.EnumerateObject())
        {
            Next(first, '{');
            first = false;
            Raw("\""u8);
            Raw(JsonMarshal.GetRawUtf8PropertyName(member));
            Raw("\""u8);
            Colon();
            Write(member.Value);
        }

        End(first, '{', '}');
    }

    private void MembersOf(List<JsonMember> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            Next(i == 0, '{');
            Text(members[i].Name);
            Colon();
            Write(members[i].Value);
        }

        End(members.Count == 0, '{', '}');
    }

    private void Colon() => Raw(_pretty ? ": "u8 : ":"u8);

    private void Items(object?[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            Next(i == 0, '[');
            Write(items[i]);
        }

        End(items.Length == 0, '[', ']');
    }

    private void Items(IEnumerable<object?> items)
    {
        var first = true;
        foreach (var item in items)
        {
            Next(first, '[');
            first = false;
            Write(item);
        }

        End(first, '[', ']');
    }

    private void Items(JsonElement json)
    {
        var first = true;
        foreach (var item in json.EnumerateArray())
        {
            Next(first, '[');
            first = false;
            Write(item);
        }

        End(first, '[', ']');
    }

    private void Next(bool first, char open)
    {
        Raw([(byte)(first ? open : ',')]);
        if (first) _depth++;
        NewLine();
    }

    private void End(bool empty, char open, char close)
    {
        if (empty)
        {
            Raw([(byte)open]);
        }
        else
        {
            _depth--;
            NewLine();
        }

        Raw([(byte)close]);
    }

    private void NewLine()
    {
        if (!_pretty) return;
        var span = Room(1 + (2 * _depth));
        span[0] = (byte)'\n';
        for (var i = 2 * _depth; i > 0; i--) span[i] = (byte)' ';
        _count += 1 + (2 * _depth);
    }

    private void String(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (raw.Contains((byte)'\\')) Text(json.GetString()!);
        else Raw(raw);
    }

    private void Text(string text)
    {
        Raw("\""u8);
        var rest = text.AsSpan();
        for (var at = CopyPlain(rest); at < rest.Length; at = CopyPlain(rest))
        {
            rest = rest[at..];
            if (NeedsEscape(rest[0]))
            {
                Escape(rest[0]);
                rest = rest[1..];
                continue;
            }

            var end = 1;
            while (end < rest.Length && !NeedsEscape(rest[end])) end++;
            Plain(rest[..end]);
            rest = rest[end..];
        }

        Raw("\""u8);
    }

    /// <summary>Copies the ASCII letters that stand for themselves, up to the first that does not; how many there were.</summary>
    private int CopyPlain(ReadOnlySpan<char> text)
    {
        // Nearly all of a pact is such text, in short pieces: a plain loop does them in one go.
        var room = Room(text.Length);
        var at = 0;
        for (; at < text.Length && text[at] is >= ' ' and < '\x7f' and not '"' and not '\\'; at++) room[at] = (byte)text[at];
        _count += at;
        return at;
    }

    private static bool NeedsEscape(char c) => c is < ' ' or '"' or '\\';

    private void Plain(ReadOnlySpan<char> text) =>
        _count += Encoding.UTF8.GetBytes(text, Room(text.Length < 256 ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text)));

    private void Escape(char c) => Raw(c switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\n' => "\\n"u8,
        '\r' => "\\r"u8,
        '\t' => "\\t"u8,
        '\b' => "\\b"u8,
        '\f' => "\\f"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{(int)c:x4}"),
    });

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_output.Length - _count < bytes) Array.Resize(ref _output, Math.Max(_count + bytes, _output.Length * 2));
        return _output.AsSpan(_count);
    }
}
