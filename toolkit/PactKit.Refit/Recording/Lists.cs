using System.Collections;

namespace PactKit.Recording;

/// <summary>A longer list for a list, so that the place of the list shows and not that of an item.</summary>
internal static class Lists
{
    /// <summary>Nothing where a list of this type cannot be made, or is empty.</summary>
    public static IEnumerable<object?> Longer(IEnumerable list)
    {
        if (ItemType(list.GetType()) is not { } itemType) return [];
        var items = list.Cast<object?>().Select(Other).ToList();
        if (items.Count == 0) return [];
        items.Add(items[^1]);

        var array = Array.CreateInstance(itemType, items.Count);
        for (var i = 0; i < items.Count; i++) array.SetValue(items[i], i);
        if (list is Array) return [array];
        var made = Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType), array)!;
        if (list.GetType().IsInstanceOfType(made)) return [made];
        var constructor = list.GetType().GetConstructor([typeof(IEnumerable<>).MakeGenericType(itemType)]);

        // The example may be declared as an interface that a List has, though it is not one itself (a collection expression's type, say).
        return constructor is null ? [made] : [constructor.Invoke([array])];
    }

    private static object? Other(object? item) => item switch
    {
        string text => Texts.Of(text)[0],
        null or not ValueType => item,
        _ => Variations.Of(item) is [{ } other, ..] ? other : item,
    };

    private static Type? ItemType(Type list) =>
        list.GetInterfaces().Append(list)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
}
