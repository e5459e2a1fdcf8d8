using System.Text.Json;

namespace PactKit.Model;

/// <summary>One generator as a file stores it: data only. What each does is in <c>Generators</c>.</summary>
public abstract record Generator
{
    private protected Generator() { }
}

/// <summary>An integer between <paramref name="Min"/> and <paramref name="Max"/>, both included.</summary>
public sealed record RandomIntGenerator(int Min = 0, int Max = 10) : Generator;

public sealed record RandomDecimalGenerator(int Digits = 10) : Generator;

public sealed record RandomHexadecimalGenerator(int Digits = 10) : Generator;

public sealed record RandomStringGenerator(int Size = 10) : Generator;

public sealed record RandomBooleanGenerator : Generator;

public sealed record RegexGenerator(string Regex) : Generator;

/// <summary>Format: simple, lower-case-hyphenated (where null), upper-case-hyphenated or URN.</summary>
public sealed record UuidGenerator(string? Format = null) : Generator;

public sealed record DateGenerator(string? Format = null, string? Expression = null) : Generator;

public sealed record TimeGenerator(string? Format = null, string? Expression = null) : Generator;

public sealed record DateTimeGenerator(string? Format = null, string? Expression = null) : Generator;

/// <summary>A value from the provider states; <paramref name="DataType"/> is STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN or RAW (where null).</summary>
public sealed record ProviderStateGenerator(string Expression, string? DataType = null) : Generator;

public sealed record MockServerUrlGenerator(string Example, string Regex) : Generator;

/// <summary>A generator nobody here knows, kept word for word: the example stays, and whoever generates says so.</summary>
public sealed record UnknownGenerator(string Name, JsonElement Definition) : Generator;
