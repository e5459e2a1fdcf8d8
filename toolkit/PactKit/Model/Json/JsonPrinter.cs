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
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly bool _pretty;
    private int _depth;

    private JsonPrinter(bool pretty) => _pretty = pretty;

    /// <summary>One line, members in their order. Takes what <see cref="Pretty"/> takes.</summary>
    public static byte[] CompactBytes(object? value)
    {
        var printer = new JsonPrinter(pretty: false);
        printer.Write(value);
        return printer._output.WrittenSpan.ToArray();
    }

    public static string Compact(JsonElement json) => Encoding.UTF8.GetString(CompactBytes(json));

    /// <summary>
    /// Two-space indent, members sorted by name, a newline at the end. A value is null, a string, a bool, an int, a JsonElement, a
    /// dictionary or a sequence of values.
    /// </summary>
    public static byte[] Pretty(object? value)
    {
        var printer = new JsonPrinter(pretty: true);
        printer.Write(value);
        printer.Raw("\n"u8);
        return printer._output.WrittenSpan.ToArray();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: Raw("null"u8); break;
            case string text: Text(text); break;
            case bool flag: Raw(flag ? "true"u8 : "false"u8); break;
            case int number: Raw(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))); break;
            case JsonElement json: Write(json); break;
            case IReadOnlyDictionary<string, object?> map:
                Members<object?>(_pretty ? map.OrderBy(m => m.Key, StringComparer.Ordinal) : map, static (printer, item) => printer.Write(item));
                break;
            case IEnumerable<object?> list: Items(list, static (printer, item) => printer.Write(item)); break;
            default: throw new ArgumentException($"A {value.GetType()} has no JSON form here.", nameof(value));
        }
    }

    private void Write(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object: Members(Distinct(json), static (printer, item) => printer.Write(item)); break;
            case JsonValueKind.Array: Items(json.EnumerateArray(), static (printer, item) => printer.Write(item)); break;
            case JsonValueKind.String: String(json); break;
            case JsonValueKind.Undefined: Raw("null"u8); break;
            default: Raw(JsonMarshal.GetRawUtf8Value(json)); break;
        }
    }

    private IEnumerable<KeyValuePair<string, JsonElement>> Distinct(JsonElement json)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in json.EnumerateObject()) members[member.Name] = member.Value;
        return _pretty ? members.OrderBy(m => m.Key, StringComparer.Ordinal) : members;
    }

    private void Members<T>(IEnumerable<KeyValuePair<string, T>> members, Action<JsonPrinter, T> write)
    {
        var first = true;
        foreach (var (name, value) in members)
        {
            Next(first, '{');
            first = false;
            Text(name);
            Raw(_pretty ? ": "u8 : ":"u8);
            write(this, value);
        }

        End(first, '{', '}');
    }

    private void Items<T>(IEnumerable<T> items, Action<JsonPrinter, T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            Next(first, '[');
            first = false;
            write(this, item);
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
        var span = _output.GetSpan(1 + (2 * _depth))[..(1 + (2 * _depth))];
        span.Fill((byte)' ');
        span[0] = (byte)'\n';
        _output.Advance(span.Length);
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
            Encoding.UTF8.GetBytes(rest[..at], _output);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, _output);
        Raw("\""u8);
    }

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

    private void Raw(ReadOnlySpan<byte> bytes) => _output.Write(bytes);
}
