using System.Text;

namespace PactKit.Broker.Cleaning;

/// <summary>What a clean-up keeps. Every member given must hold; of several selectors one is enough.</summary>
internal sealed record KeepSelector
{
    public string? Pacticipant { get; init; }

    public string? Branch { get; init; }

    /// <summary><c>"branch": true</c>: on a branch, whichever.</summary>
    public bool AnyBranch { get; init; }

    public bool MainBranch { get; init; }

    public string? Tag { get; init; }

    public bool AnyTag { get; init; }

    /// <summary>Only the latest of those: per branch or tag where one is asked for, else per pacticipant.</summary>
    public bool Latest { get; init; }

    public string? Environment { get; init; }

    /// <summary>Deployed now.</summary>
    public bool Deployed { get; init; }

    /// <summary>Released and supported now.</summary>
    public bool Released { get; init; }

    /// <summary>Days since the version was created, or the branch last used.</summary>
    public int? MaxAge { get; init; }

    public bool HasCondition => this != new KeepSelector { Pacticipant = Pacticipant };

    public bool NeedsVersions => AnyTag || Tag is not null || Environment is not null || Deployed || Released || Latest;

    /// <summary>As an operator would write it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        void Add(string name, object? value)
        {
            if (value is null or false) return;
            text.Append(text.Length == 0 ? "" : ", ").Append(name).Append(' ').Append(value is true ? "any" : value);
        }

        Add("pacticipant", Pacticipant);
        Add("branch", (object?)Branch ?? AnyBranch);
        Add("tag", (object?)Tag ?? AnyTag);
        Add("environment", Environment);
        foreach (var (word, given) in new[] { ("main branch", MainBranch), ("deployed", Deployed), ("released", Released), ("latest", Latest) })
        {
            if (given) text.Append(text.Length == 0 ? "" : ", ").Append(word);
        }

        if (MaxAge is { } days) text.Append(text.Length == 0 ? "" : ", ").Append("not older than ").Append(days).Append(days == 1 ? " day" : " days");
        return text.ToString();
    }
}
