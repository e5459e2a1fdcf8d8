using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Tests.Model;

/// <summary>The whole model as text, so that two pacts can be compared and a difference can be read.</summary>
internal static class ModelText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case string s: text.Append('"').Append(s).Append('"'); break;
            case JsonElement json: text.Append(JsonPrinter.Compact(json)); break;
            case ReadOnlyMemory<byte> bytes: text.Append(Convert.ToBase64String(bytes.Span)); break;
            case ContentType type: text.Append(type); break;
            case MemberMap members: WriteMap(text, members.ToDictionary(), depth); break;
            case IDictionary map: WriteMap(text, map, depth); break;
            case IEnumerable list when list is not string: WriteList(text, list, depth); break;
            case IFormattable plain: text.Append(plain.ToString(null, CultureInfo.InvariantCulture)); break;
            case bool flag: text.Append(flag); break;
            default: WriteRecord(text, value, depth); break;
        }
    }

    private static void WriteRecord(StringBuilder text, object value, int depth)
    {
        text.Append(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            Line(text, depth + 1).Append(property.Name).Append(": ");
            Write(text, property.GetValue(value), depth + 1);
        }
    }

    private static void WriteMap(StringBuilder text, IDictionary map, int depth)
    {
        foreach (var key in map.Keys.Cast<string>().Order(StringComparer.Ordinal))
        {
            Line(text, depth + 1).Append('[').Append(key).Append("] ");
            Write(text, map[key], depth + 1);
        }
    }

    private static void WriteList(StringBuilder text, IEnumerable list, int depth)
    {
        foreach (var item in list)
        {
            Line(text, depth + 1).Append("- ");
            Write(text, item, depth + 1);
        }
    }

    private static StringBuilder Line(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 2);
}
