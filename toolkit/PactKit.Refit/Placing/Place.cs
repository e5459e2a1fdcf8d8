using System.Collections.Immutable;
using System.Globalization;
using PactKit.Model;

namespace PactKit.Placing;

/// <summary>Names places in a snapshot, for keys and for messages.</summary>
internal static class Place
{
    public const string Path = "$.path";

    public const string Query = "$.query";

    public const string Headers = "$.headers";

    public const string Body = "$.body";

    public static string Key(IEnumerable<object> steps) => steps.Aggregate(PathText.Root, Under);

    public static string Under(string parent, object step) =>
        step is int index ? PathText.AppendIndex(parent, index) : PathText.AppendField(parent, (string)step);

    /// <summary>In words: "the path", "query parameter 'q'", "the body at $.name".</summary>
    public static string Describe(ImmutableList<object> steps) => steps switch
    {
        [] => "the request",
        ["path", ..] => "the path",
        ["method", ..] => "the method",
        ["query", string name, ..] => $"query parameter '{name}'",
        ["headers", string name, ..] => $"header '{name}'",
        ["body", "form", string name, ..] => $"form field '{name}'",
        ["body", "multipart", int part, ..] => string.Create(CultureInfo.InvariantCulture, $"part {part + 1} of the multipart body"),
        ["body"] or ["body", _] => "the body",
        ["body", ..] => $"the body at {Key(steps.Skip(2))}",
        _ => string.Join('.', steps),
    };
}
