using System.Runtime.CompilerServices;
using PactKit.Consumer;
using PactKit.MockServer;

namespace PactNet;

/// <summary>
/// Tells the reader of a consumer's own exception what the mock server saw. The exception leaves as it is, its type included; its text is
/// extended when a request was refused, because that is the likely cause.
/// </summary>
internal static class FailureNote
{
    /// <summary>Key in <see cref="Exception.Data"/> under which the mismatches are found.</summary>
    public const string Key = "Pact mismatches";

    public static void Attach(Exception failure, MockServerVerdict verdict)
    {
        var text = VerdictText.Of(verdict);
        failure.Data[Key] = text;
        if (!verdict.Refused.Any()) return;
        try
        {
            Message(failure) = failure.Message + Environment.NewLine + Environment.NewLine + text;
        }
        catch (MissingFieldException)
        {
            // A runtime that keeps the text elsewhere: the data and the outputters have it.
        }
    }

    // There is no public way to add to the message of an exception that exists, and a wrapper would hide its type.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_message")]
    private static extern ref string? Message(Exception exception);
}
