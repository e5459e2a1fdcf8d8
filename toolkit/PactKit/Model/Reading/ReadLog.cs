namespace PactKit.Model.Reading;

/// <summary>What a read has to say besides the pact: warnings, and the first error, which makes the pact unusable.</summary>
internal sealed class ReadLog
{
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public (Place Place, string Message)? Error { get; private set; }

    public void Warn(Place place, string message) => _warnings.Add($"{place}: {message}");

    public void Fail(Place place, string message) => Error ??= (place, message);
}
