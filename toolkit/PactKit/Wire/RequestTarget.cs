using PactKit.Model;

namespace PactKit.Wire;

/// <summary>Takes the target of a request line apart. The path stays as it is spelled; the query is decoded.</summary>
internal static class RequestTarget
{
    /// <summary>Of "/a%20b?x=1&amp;y", or of an absolute address. A fragment is no part of a target and is left out.</summary>
    public static (string Path, IReadOnlyDictionary<string, IReadOnlyList<string?>> Query) Split(string target)
    {
        if (!target.StartsWith('/') && target.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
        {
            var slash = target.IndexOfAny(['/', '?'], scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        if (target.IndexOf('#', StringComparison.Ordinal) is var fragment and >= 0) target = target[..fragment];
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0) return (target.Length == 0 ? "/" : target, Empty.Query);
        return (mark == 0 ? "/" : target[..mark], QueryString.Parse(target[(mark + 1)..]));
    }

    /// <summary>"?a=1&amp;b", or an empty text. Names come sorted, as other verifiers send them.</summary>
    public static string WriteQuery(IReadOnlyDictionary<string, IReadOnlyList<string?>> query) =>
        QueryString.WriteTarget(query) is { Length: > 0 } text ? "?" + text : "";
}
