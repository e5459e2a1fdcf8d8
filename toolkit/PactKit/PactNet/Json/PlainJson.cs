using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PactKit;
using PactNet.Matchers;

namespace PactNet.Json;

/// <summary>
/// Writes what bodies in tests are mostly made of (anonymous objects, matchers, texts, numbers, lists of these), letter for letter as the
/// framework's serialiser does. Setting that one up takes a third of the first test of a process. Whatever else turns up, or settings that
/// change more than names, is left to it.
/// </summary>
internal sealed class PlainJson
{
    private const string TypeName = "pact:matcher:type";

    private const int UsualDepth = 64;

    private static readonly ConditionalWeakTable<Type, AnonymousType> Known = [];

    private readonly Utf8JsonWriter _writer;
    private readonly JsonSerializerOptions _options;
    private readonly int _deepest;

    private PlainJson(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        (_writer, _options) = (writer, options);
        _deepest = options.MaxDepth == 0 ? UsualDepth : options.MaxDepth;
    }

    /// <summary>False where the value, or something in it, or the settings are for the serialiser.</summary>
    public static bool TryWrite(object? value, JsonSerializerOptions options, out JsonElement json)
    {
        json = default;
        if (!Understands(options)) return false;
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });
        if (!new PlainJson(writer, options).Write(value)) return false;
        writer.Flush();
        json = JsonElement.Parse(bytes.WrittenSpan);
        return true;
    }

    private static bool Understands(JsonSerializerOptions options) =>
        RuntimeFeature.IsDynamicCodeSupported
        && options.Converters.Count == 0
        && options.TypeInfoResolver is null or DefaultJsonTypeInfoResolver { Modifiers.Count: 0 }
        && options is
        {
            DefaultIgnoreCondition: JsonIgnoreCondition.Never, NumberHandling: JsonNumberHandling.Strict, ReferenceHandler: null,
            IgnoreReadOnlyProperties: false, RespectNullableAnnotations: false,
        };

    private bool Write(object? value)
    {
        // Too deep, or a value that holds itself: the serialiser knows what to say.
        if (_writer.CurrentDepth >= _deepest) return false;
        switch (value)
        {
            case null: _writer.WriteNullValue(); return true;
            case string text: _writer.WriteStringValue(text); return true;
            case int number: _writer.WriteNumberValue(number); return true;
            case bool flag: _writer.WriteBooleanValue(flag); return true;
            case long number: _writer.WriteNumberValue(number); return true;
            case decimal number: _writer.WriteNumberValue(number); return true;
            case double number when double.IsFinite(number): _writer.WriteNumberValue(number); return true;
            case float number when float.IsFinite(number): _writer.WriteNumberValue(number); return true;
            case IMatcher matcher: return Matcher(matcher);
            case IList list when IsPlain(list.GetType()): return Items(list);
            default: return AnonymousType.Is(value.GetType()) && Members(value);
        }
    }

    private bool Items(IList items)
    {
        _writer.WriteStartArray();
        foreach (var item in items)
            if (!Write(item)) return false;
        _writer.WriteEndArray();
        return true;
    }

    private bool Members(object value)
    {
        var type = Known.GetValue(value.GetType(), static type => new AnonymousType(type, IsPlain));
        if (!type.IsPlain || type.Names(_options.PropertyNamingPolicy) is not { } names) return false;
        _writer.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            _writer.WritePropertyName(names[i]);
            if (!Write(type.Value(i, value))) return false;
        }

        _writer.WriteEndObject();
        return true;
    }

    // By class, not by interface: a class that derives from one of these may have members of its own.
    private bool Matcher(IMatcher matcher)
    {
        var type = matcher.GetType();
        if (type == typeof(RegexMatcher)) return Matcher(matcher, "regex", ((RegexMatcher)matcher).Regex);
        if (type == typeof(MinMaxTypeMatcher)) return Limits((MinMaxTypeMatcher)matcher);
        return (type == typeof(TypeMatcher) || type == typeof(IntegerMatcher) || type == typeof(DecimalMatcher) || type == typeof(NumericMatcher)
            || type == typeof(IncludeMatcher) || type == typeof(EqualityMatcher)) && Matcher(matcher, null, null);
    }

    private bool Matcher(IMatcher matcher, string? attribute, string? text)
    {
        if (!Begin(matcher)) return false;
        if (attribute is not null) _writer.WriteString(attribute, text);
        _writer.WriteEndObject();
        return true;
    }

    private bool Limits(MinMaxTypeMatcher matcher)
    {
        if (!Begin(matcher)) return false;
        if (matcher.Min != 0) _writer.WriteNumber("min", matcher.Min);
        if (matcher.Max != 0) _writer.WriteNumber("max", matcher.Max);
        _writer.WriteEndObject();
        return true;
    }

    private bool Begin(IMatcher matcher)
    {
        _writer.WriteStartObject();
        _writer.WriteString(TypeName, matcher.Type);
        _writer.WritePropertyName("value");
        return Write((object?)matcher.Value);
    }

    // The serialiser goes by the type that is declared. These are written alike whether one goes by that or by the value.
    private static bool IsPlain(Type type) =>
        type == typeof(string) || type == typeof(object) || type == typeof(IMatcher) || IsPlainNumber(Nullable.GetUnderlyingType(type) ?? type)
        || (type.IsSZArray && IsPlain(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && IsPlain(type.GetGenericArguments()[0]))
        || AnonymousType.Is(type);

    private static bool IsPlainNumber(Type type) =>
        type == typeof(int) || type == typeof(bool) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(float);
}
