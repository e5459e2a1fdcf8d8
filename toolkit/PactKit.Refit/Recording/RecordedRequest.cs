using System.Reflection;
using PactKit.Model;

namespace PactKit.Recording;

/// <summary>A request as a client was about to send it.</summary>
/// <param name="Request">The request, read the way the mock server reads one.</param>
/// <param name="Parts">The parts of a multipart body; null for any other.</param>
internal sealed record RecordedRequest(Request Request, IReadOnlyList<RecordedPart>? Parts)
{
    public string? ContentType => Request.Headers.TryGetValue("Content-Type", out var values) && values.Count > 0 ? values[0] : null;
}

/// <summary>A part of a multipart body.</summary>
internal sealed record RecordedPart(string? Name, bool IsFile, ContentType? ContentType, ReadOnlyMemory<byte> Content);

/// <summary>A method of a Refit interface that was called, and what it sent.</summary>
/// <param name="Method">The method; null where the interface's own code made the request.</param>
/// <param name="Request">What it sent.</param>
internal sealed record RecordedCall(MethodInfo? Method, RecordedRequest Request);
