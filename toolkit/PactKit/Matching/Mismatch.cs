namespace PactKit.Matching;

/// <summary>One difference between what was expected and what came. Data only: <c>Reporting</c> turns it into text.</summary>
public abstract record Mismatch
{
    private protected Mismatch() { }

    /// <summary>One sentence that says what is wrong, in the words other Pact implementations use where their users may look for them.</summary>
    public required string Description { get; init; }

    /// <summary>The rule that decided, by its name in pact files ("regex", "type", …), or null where plain equality did.</summary>
    public string? Rule { get; init; }
}

/// <summary>Another method. Case does not matter.</summary>
public sealed record MethodMismatch(string Expected, string Actual) : Mismatch;

/// <summary>Another path, as it is spelled: a slash at the end and percent-encoding count.</summary>
public sealed record PathMismatch(string Expected, string Actual) : Mismatch;

/// <summary>Another status.</summary>
public sealed record StatusMismatch(int Expected, int Actual) : Mismatch;

/// <summary>
/// A query parameter is missing, unexpected, or has other values. Names are case-sensitive; the order of the values of one name counts.
/// </summary>
public sealed record QueryMismatch(string Parameter, string Expected, string Actual) : Mismatch;

/// <summary>A header is missing or has another value. Headers nobody declared are never a mismatch.</summary>
public sealed record HeaderMismatch(string Key, string Expected, string Actual) : Mismatch;

/// <summary>An entry of a message's metadata is missing or has another value. Entries nobody declared are never a mismatch.</summary>
public sealed record MetadataMismatch(string Key, string Expected, string Actual) : Mismatch;

/// <summary>The content types do not go together, so the bodies were not compared.</summary>
public sealed record BodyTypeMismatch(string Expected, string Actual, ReadOnlyMemory<byte> ExpectedBody, ReadOnlyMemory<byte> ActualBody) : Mismatch;

/// <summary>A difference inside the body at <paramref name="Path"/> (a path expression in normal form, "$.a[0]['b c']"). Null where that side has nothing there.</summary>
public sealed record BodyMismatch(string Path, string? Expected, string? Actual) : Mismatch;

/// <summary>A synchronous message was answered by another number of messages than expected.</summary>
public sealed record ResponseCountMismatch(int Expected, int Actual) : Mismatch;
