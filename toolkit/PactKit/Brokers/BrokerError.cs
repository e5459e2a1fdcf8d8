using System.Text;

namespace PactKit.Brokers;

/// <summary>Why an operation did not succeed. <see cref="Message"/> is one sentence; what the broker itself said is beside it.</summary>
public sealed record BrokerError(BrokerErrorKind Kind, string Message)
{
    /// <summary>The address asked, without credentials.</summary>
    public Uri? Url { get; init; }

    /// <summary>The HTTP status, or null where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The broker's <c>error</c> and <c>errors</c> texts, fields in front ("name: is missing").</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The broker's <c>notices</c>, such as the diff of a contract that may not be changed.</summary>
    public IReadOnlyList<BrokerNotice> Notices { get; init; } = [];

    /// <summary>The part of the message that says why, for those who did not ask a broker; null where there is none.</summary>
    internal string? Reason { get; init; }

    /// <summary>Where the address leads on to, if it does.</summary>
    internal Uri? Target { get; init; }

    /// <summary>The message, then one indented line per detail and notice.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Message);
        var said = new HashSet<string>(StringComparer.Ordinal);
        // Brokers put the same sentence in both, with a field's name in front of the first.
        var details = Details.Where(detail => !Notices.Any(notice => detail.EndsWith(": " + notice.Text, StringComparison.Ordinal)));
        foreach (var line in details.Concat(Notices.Select(notice => notice.Text)).Where(said.Add))
            text.Append('\n').Append("  ").Append(line.Replace("\n", "\n  ", StringComparison.Ordinal));
        return text.ToString();
    }
}
