namespace PactKit.Model.Reading;

/// <summary>What a read has to say besides the pact: warnings, and the first error, which makes the pact unusable.</summary>
internal sealed class ReadLog
{
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public (Place Place, string Message)? Error { get; private set; }

    public void Warn(Place place, string message) => _warnings.Add($"{place}: {message}");

    /// <summary>Adds what another log has to say about what comes later in the file.</summary>
    public void Add(ReadLog later)
    {
        _warnings.AddRange(later._warnings);
        Error ??= later.Error;
    }

    public void Fail(Place place, string message) => Error ??= (place, message);
}
