using System.Globalization;

namespace PactKit.Broker.Settings;

/// <summary>Reads <c>PACT_BROKER_*</c> settings. An empty value counts as not set, as it does in compose files.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    public string? Text(string name) => configuration["PACT_BROKER_" + name] is { Length: > 0 } value ? value : null;

    public bool Flag(string name, bool otherwise) => Text(name) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : otherwise;

    public IReadOnlyList<string>? Words(string name) => Text(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="ArgumentException">The value is no whole number, or smaller than <paramref name="least"/>.</exception>
    public int Number(string name, int otherwise, int least = 0)
    {
        if (Text(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least) return value;
        throw new ArgumentException($"PACT_BROKER_{name} is '{text}'. Give a whole number of {least} or more.");
    }
}
