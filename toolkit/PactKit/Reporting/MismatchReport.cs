using System.Text;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Reporting;

/// <summary>Turns mismatches into text for people: grouped by part, with the bodies side by side where that helps.</summary>
public static class MismatchReport
{
    private static readonly (string Title, Func<Mismatch, bool> Holds)[] Groups =
    [
        ("Method", m => m is MethodMismatch),
        ("Path", m => m is PathMismatch),
        ("Query", m => m is QueryMismatch),
        ("Status", m => m is StatusMismatch),
        ("Headers", m => m is HeaderMismatch),
        ("Metadata", m => m is MetadataMismatch),
        ("Responses", m => m is ResponseCountMismatch),
        ("Body", m => m is BodyMismatch or BodyTypeMismatch),
    ];

    /// <summary>Mismatches alone, without the bodies.</summary>
    public static string Of(IReadOnlyList<Mismatch> mismatches) => Write(mismatches, []);

    /// <summary>The mismatches of a request, with a diff of its body.</summary>
    public static string Of(IReadOnlyList<Mismatch> mismatches, Request expected, Request actual) =>
        Write(mismatches, BodyDiff.Lines(expected.Body, expected.ContentType(), actual.Body, actual.ContentType(), mismatches));

    /// <summary>The mismatches of a response, with a diff of its body.</summary>
    public static string Of(IReadOnlyList<Mismatch> mismatches, Response expected, Response actual) =>
        Write(mismatches, BodyDiff.Lines(expected.Body, expected.ContentType(), actual.Body, actual.ContentType(), mismatches));

    /// <summary>The mismatches of a message, with a diff of its contents.</summary>
    public static string Of(IReadOnlyList<Mismatch> mismatches, MessageContents expected, MessageContents actual) =>
        Write(mismatches, BodyDiff.Lines(expected.Contents, expected.ContentType(), actual.Contents, actual.ContentType(), mismatches));

    private static string Write(IReadOnlyList<Mismatch> mismatches, IReadOnlyList<string> diff)
    {
        var text = new StringBuilder();
        foreach (var (title, holds) in Groups)
        {
            var group = mismatches.Where(holds).ToList();
            if (group.Count == 0) continue;
            text.Append(title).Append('\n');
            foreach (var mismatch in group) text.Append("  ").Append(Sentence(mismatch).ReplaceLineEndings("\n  ")).Append('\n');
            if (title != "Body" || diff.Count == 0) continue;
            text.Append("  (- expected, + actual)\n");
            foreach (var line in diff) text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Sentence(Mismatch mismatch) => mismatch is BodyMismatch { Path: var path } && path != "/"
        ? $"{path}: {mismatch.Description}"
        : mismatch.Description;
}
