using System.Reflection;
using System.Text.Json;

namespace PactNet.Json;

/// <summary>How the members of an anonymous type are named and read.</summary>
internal sealed class AnonymousType
{
    private readonly PropertyInfo[] _members;
    private readonly MemberGetter[] _getters;
    private Named? _named;

    /// <param name="type">The type.</param>
    /// <param name="isPlain">Whether values of a declared type are written here.</param>
    public AnonymousType(Type type, Func<Type, bool> isPlain)
    {
        _members = type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
        IsPlain = Array.TrueForAll(_members, member => isPlain(member.PropertyType));
        _getters = IsPlain ? Array.ConvertAll(_members, MemberGetter.Of) : [];
    }

    /// <summary>All members are of types that are written here.</summary>
    public bool IsPlain { get; }

    /// <summary>A name nobody can write in C#, and a type nobody can put attributes on.</summary>
    public static bool Is(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    /// <summary>The names as the settings want them; null where two members would get the same one, or one that means something else.</summary>
    public string[]? Names(JsonNamingPolicy? policy)
    {
        var named = _named;
        if (named is null || named.Policy != policy) _named = named = new Named(policy, Converted(policy));
        return named.Names;
    }

    public object? Value(int member, object owner) => _getters[member].Get(owner);

    private string[]? Converted(JsonNamingPolicy? policy)
    {
        var names = Array.ConvertAll(_members, member => policy is null ? member.Name : policy.ConvertName(member.Name));
        // Names of matchers are no names of members.
        if (Array.Exists(names, static name => name.StartsWith("pact:", StringComparison.Ordinal))) return null;
        return new HashSet<string>(names, StringComparer.Ordinal).Count == names.Length ? names : null;
    }

    private sealed record Named(JsonNamingPolicy? Policy, string[]? Names);
}
