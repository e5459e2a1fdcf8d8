using System.Reflection;
using System.Runtime.CompilerServices;

namespace PactKit.Recording;

/// <summary>A copy of a value with every member varied: for values that a client will not send as null.</summary>
internal static class Members
{
    private const int MaxDepth = 16;

    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Nothing where no member could be varied.</summary>
    public static IEnumerable<object?> Varied(object value) => Varied(value, 0) is { } other ? [other] : [];

    private static object? Varied(object value, int depth)
    {
        // Types of the framework have members that depend on each other.
        var type = value.GetType();
        if (depth > MaxDepth || type.Assembly == typeof(object).Assembly || type.Assembly == typeof(Uri).Assembly) return null;
        var copy = Clone.Invoke(value, null)!;
        var changed = false;
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(value) is not { } member || Other(member, depth) is not { } other || !field.FieldType.IsInstanceOfType(other)) continue;
                field.SetValue(copy, other);
                changed = true;
            }
        }

        return changed ? copy : null;
    }

    private static object? Other(object member, int depth)
    {
        if (member is string or IConvertible or Guid or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or ITuple)
            return member is ITuple ? null : Variations.Of(member) is [{ } other, ..] ? other : null;
        return member is System.Collections.IEnumerable list ? Lists.Longer(list).FirstOrDefault() : Varied(member, depth + 1);
    }
}
