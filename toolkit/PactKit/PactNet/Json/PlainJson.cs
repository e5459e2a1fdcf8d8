using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PactKit.Model.Json;
using PactNet.Matchers;

namespace PactNet.Json;

/// <summary>
/// Makes JSON of what bodies in tests are mostly made of (anonymous objects, matchers, texts, numbers, lists of these), and the same JSON as the
/// framework's serialiser. Setting that one up takes a third of the first test of a process. Whatever else turns up, or settings that change
/// more than names, is left to it.
/// </summary>
internal sealed class PlainJson
{
    private const string TypeName = "pact:matcher:type";

    private const int UsualDepth = 64;

    private static readonly ConditionalWeakTable<Type, AnonymousType> Known = [];

    private readonly JsonNamingPolicy? _naming;
    private readonly int _deepest;

    // Something turned up that is for the serialiser.
    private bool _gaveUp;

    private PlainJson(JsonSerializerOptions options)
    {
        _naming = options.PropertyNamingPolicy;
        _deepest = options.MaxDepth == 0 ? UsualDepth : options.MaxDepth;
    }

    /// <summary>False where the value, or something in it, or the settings are for the serialiser.</summary>
    public static bool TryWrite(object? value, JsonSerializerOptions options, out JsonElement json)
    {
        json = default;
        if (!Understands(options)) return false;
        var plain = new PlainJson(options);
        var tree = plain.Value(value, 0);
        if (plain._gaveUp) return false;
        json = JsonElement.Parse(JsonPrinter.CompactBytes(tree), new JsonDocumentOptions { MaxDepth = plain._deepest });
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

    private object? Value(object? value, int depth)
    {
        // Too deep, or a value that holds itself: the serialiser knows what to say.
        if (_gaveUp || depth >= _deepest) return GiveUp();
        return value switch
        {
            null or string or int or bool or long or decimal => value,
            double number when double.IsFinite(number) => value,
            float number when float.IsFinite(number) => value,
            IMatcher matcher => Matcher(matcher, depth),
            IList list when IsPlain(list.GetType()) => Items(list, depth),
            _ => AnonymousType.Is(value.GetType()) ? Members(value, depth) : GiveUp(),
        };
    }

    private object?[] Items(IList items, int depth)
    {
        var all = new object?[items.Count];
        for (var i = 0; i < all.Length; i++) all[i] = Value(items[i], depth + 1);
        return all;
    }

    private object? Members(object value, int depth)
    {
        var type = Known.GetValue(value.GetType(), static type => new AnonymousType(type, IsPlain));
        if (!type.IsPlain || type.Names(_naming) is not { } names) return GiveUp();
        var map = new JsonMap(names.Length);
        for (var i = 0; i < names.Length; i++) map[names[i]] = Value(type.Value(i, value), depth + 1);
        return map;
    }

    // By class, not by interface: a class that derives from one of these may have members of its own.
    private object? Matcher(IMatcher matcher, int depth)
    {
        var type = matcher.GetType();
        if (type == typeof(RegexMatcher)) return Matcher(matcher, depth, new JsonMap { ["regex"] = ((RegexMatcher)matcher).Regex });
        if (type == typeof(MinMaxTypeMatcher)) return Matcher(matcher, depth, Limits((MinMaxTypeMatcher)matcher));
        return type == typeof(TypeMatcher) || type == typeof(IntegerMatcher) || type == typeof(DecimalMatcher) || type == typeof(NumericMatcher)
            || type == typeof(IncludeMatcher) || type == typeof(EqualityMatcher) ? Matcher(matcher, depth, new JsonMap(2)) : GiveUp();
    }

    private JsonMap Matcher(IMatcher matcher, int depth, JsonMap map)
    {
        map[TypeName] = matcher.Type;
        map["value"] = Value((object?)matcher.Value, depth + 1);
        return map;
    }

    private static JsonMap Limits(MinMaxTypeMatcher matcher)
    {
        var map = new JsonMap();
        if (matcher.Min != 0) map["min"] = matcher.Min;
        if (matcher.Max != 0) map["max"] = matcher.Max;
        return map;
    }

    private object? GiveUp()
    {
        _gaveUp = true;
        return null;
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
