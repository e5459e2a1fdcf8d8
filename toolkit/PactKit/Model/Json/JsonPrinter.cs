using System.Buffers;
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
    private static readonly SearchValues<char> Special = SearchValues.Create(ControlsQuoteAndBackslash());

    private const int UsualCapacity = 1024;

    private const int LargestSpare = 256 * 1024;

    private const int FewNames = 16;

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
    /// Two-space indent, members sorted by name, a newline at the end. A value is null, a string, a bool, an int, a JsonElement, a
    /// dictionary, a sequence of values or a <see cref="JsonFragment"/> around one of these.
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
            case bool flag: Raw(flag ? "true"u8 : "false"u8); break;
            case int number: Plain(number.ToString(CultureInfo.InvariantCulture)); break;
            case JsonElement json: Write(json); break;
            case JsonFragment fragment: Fragment(fragment); break;
            case IReadOnlyDictionary<string, object?> map: Members(map); break;
            case IEnumerable<object?> list: Items(list); break;
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

    private void Members(IReadOnlyDictionary<string, object?> map)
    {
        var names = map.Keys.ToArray();
        if (_pretty) SortOrdinal(names);
        for (var i = 0; i < names.Length; i++)
        {
            Next(i == 0, '{');
            Text(names[i]);
            Colon();
            Write(map[names[i]]);
        }

        End(names.Length == 0, '{', '}');
    }

    // Nearly every map has one to five members, and sorting those in place spares the sorter's own set-up.
    private static void SortOrdinal(string[] names)
    {
        if (names.Length > FewNames)
        {
            Array.Sort(names, StringComparer.Ordinal);
            return;
        }

        for (var i = 1; i < names.Length; i++)
        {
            var (name, at) = (names[i], i);
            for (; at > 0 && string.CompareOrdinal(names[at - 1], name) > 0; at--) names[at] = names[at - 1];
            names[at] = name;
        }
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
        var span = Room(1 + (2 * _depth))[..(1 + (2 * _depth))];
        span.Fill((byte)' ');
        span[0] = (byte)'\n';
        _count += span.Length;
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
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            Plain(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Plain(rest);
        Raw("\""u8);
    }

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

    private static char[] ControlsQuoteAndBackslash()
    {
        var special = new char[34];
        for (var i = 0; i < 32; i++) special[i] = (char)i;
        (special[32], special[33]) = ('"', '\\');
        return special;
    }
}
