using PactKit.Matching;

namespace PactKit.Reporting;

/// <summary>Shows which rule decided where, a line per place.</summary>
public static class TraceReport
{
    /// <summary>"body $.a[0]: type, integer: $.a has the greatest weight…".</summary>
    public static string Of(MatchingTrace trace) => string.Concat(trace.Decisions.Select(d =>
        $"{(d.Location.Length == 0 ? d.Part : $"{d.Part} {d.Location}")}: {string.Join(", ", d.Rules)}: {d.Reason}\n"));
}
