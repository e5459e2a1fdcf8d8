using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Model.Json;
using PactNet.Matchers;

namespace PactNet.Json;

/// <summary>
/// Takes what bodies in tests are mostly made of (anonymous objects, matchers, texts, numbers, lists of these) apart into an example and rules:
/// the same ones that <see cref="IntegrationJson"/> finds in what the framework's serialiser makes of it. Setting that one up takes a third of the
/// first test of a process. Whatever else turns up, or settings that change more than names and nulls, is left to it.
/// </summary>
internal sealed class PlainExample
{
    private const int UsualDepth = 64;

    private static readonly ConditionalWeakTable<Type, AnonymousType> Known = [];

    private readonly CollectedRules _rules = new();
    private readonly JsonNamingPolicy? _naming;
    private readonly bool _leavesNullsOut;
    private readonly int _deepest;

    // Something turned up that is for the serialiser.
    private bool _gaveUp;

    private PlainExample(JsonSerializerOptions options)
    {
        _naming = options.PropertyNamingPolicy;
        _leavesNullsOut = options.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull;
        _deepest = options.MaxDepth == 0 ? UsualDepth : options.MaxDepth;
    }

    /// <summary>False where the value, or something in it, or the settings are for the serialiser.</summary>
    public static bool TryRead(object? value, JsonSerializerOptions options, [NotNullWhen(true)] out IntegrationResult? taken)
    {
        taken = null;
        if (!Understands(options)) return false;
        var plain = new PlainExample(options);
        var tree = plain.Value(value, PathText.Root, 0);
        if (plain._gaveUp) return false;
        taken = new IntegrationResult { Example = JsonPrinter.CompactBytes(tree), Rules = plain._rules.Lists() };
        return true;
    }

    private static bool Understands(JsonSerializerOptions options) =>
        RuntimeFeature.IsDynamicCodeSupported
        && options.Converters.All(static converter => converter is JsonStringEnumConverter)
        && options.TypeInfoResolver is null or DefaultJsonTypeInfoResolver { Modifiers.Count: 0 }
        && options is
        {
            DefaultIgnoreCondition: JsonIgnoreCondition.Never or JsonIgnoreCondition.WhenWritingNull, ReferenceHandler: null,
            IgnoreReadOnlyProperties: false, RespectNullableAnnotations: false,
        }
        && (options.NumberHandling & JsonNumberHandling.WriteAsString) == 0;

    private object? Value(object? value, string path, int depth)
    {
        // Too deep, or a value that holds itself: the serialiser knows what to say.
        if (_gaveUp || depth >= _deepest) return GiveUp();
        return value switch
        {
            null or string or int or bool or long or decimal => value,
            double number when double.IsFinite(number) => value,
            float number when float.IsFinite(number) => value,
            IMatcher matcher => Matcher(matcher, path, depth),
            IList list when IsPlain(list.GetType()) => Items(list, path, depth),
            _ => AnonymousType.Is(value.GetType()) ? Members(value, path, depth) : GiveUp(),
        };
    }

    private object?[] Items(IList items, string path, int depth)
    {
        var all = new object?[items.Count];
        for (var i = 0; i < all.Length; i++) all[i] = Value(items[i], PathText.AppendIndex(path, i), depth + 1);
        return all;
    }

    private object? Members(object value, string path, int depth)
    {
        var type = Known.GetValue(value.GetType(), static type => new AnonymousType(type, IsPlain));
        if (!type.IsPlain || type.Names(_naming) is not { } names) return GiveUp();
        var map = new JsonMap(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var member = type.Value(i, value);
            if (member is not null || !_leavesNullsOut) map[names[i]] = Value(member, PathText.AppendField(path, names[i]), depth + 1);
        }

        return map;
    }

    private object? Matcher(IMatcher matcher, string path, int depth)
    {
        if (RuleOf(matcher) is not { } rule) return GiveUp();
        var at = _rules.At(path);
        var example = Example((object?)matcher.Value, path, depth + 1);
        CollectedRules.Add(at, rule);
        return example;
    }

    // The items of a matcher's own list are examples of one another, so its rules are for all of them.
    private object? Example(object? value, string path, int depth)
    {
        if (value is not IList items || !IsPlain(items.GetType()) || depth >= _deepest) return Value(value, path, depth);
        var all = new object?[items.Count];
        for (var i = 0; i < all.Length; i++) all[i] = Value(items[i], PathText.AppendStarIndex(path), depth + 1);
        return all;
    }

    // By class, not by interface: a class that derives from one of these may have members of its own.
    private static MatchingRule? RuleOf(IMatcher matcher)
    {
        var type = matcher.GetType();
        if (type == typeof(TypeMatcher)) return new TypeRule();
        if (type == typeof(IntegerMatcher)) return new IntegerRule();
        if (type == typeof(DecimalMatcher)) return new DecimalRule();
        if (type == typeof(NumericMatcher)) return new NumberRule();
        if (type == typeof(EqualityMatcher)) return new EqualityRule();
        if (type == typeof(RegexMatcher)) return ((RegexMatcher)matcher).Regex is { } pattern ? new RegexRule(pattern) : null;
        if (type == typeof(IncludeMatcher)) return (object?)matcher.Value is string text ? new IncludeRule(text) : null;
        return type == typeof(MinMaxTypeMatcher) ? Limits((MinMaxTypeMatcher)matcher) : null;
    }

    private static TypeRule Limits(MinMaxTypeMatcher matcher) => new(matcher.Min > 0 ? matcher.Min : null, matcher.Max > 0 ? matcher.Max : null);

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
