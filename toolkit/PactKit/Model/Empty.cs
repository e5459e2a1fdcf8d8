using System.Collections.ObjectModel;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model;

/// <summary>Shared empty collections, so that an absent part costs nothing.</summary>
internal static class Empty
{
    public static readonly IReadOnlyDictionary<string, JsonElement> Members = MemberMap.Empty;

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string?>> Query = ReadOnlyDictionary<string, IReadOnlyList<string?>>.Empty;

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Headers = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    public static readonly IReadOnlyDictionary<string, RuleList> Rules = ReadOnlyDictionary<string, RuleList>.Empty;

    public static readonly IReadOnlyDictionary<string, Generator> Generators = ReadOnlyDictionary<string, Generator>.Empty;
}
