using System.Text.Json;

namespace PactKit.Model;

/// <summary>One generator as a file stores it: data only. What each does is in <c>Generators</c>.</summary>
public abstract record Generator
{
    private protected Generator() { }
}

/// <summary>An integer between <paramref name="Min"/> and <paramref name="Max"/>, both included.</summary>
public sealed record RandomIntGenerator(int Min = 0, int Max = 10) : Generator;

/// <summary>
/// A decimal number of <paramref name="Digits"/> digits, 1 to 100,000, the point somewhere between them; a single digit has none.
/// </summary>
public sealed record RandomDecimalGenerator(int Digits = 10) : Generator;

/// <summary><paramref name="Digits"/> hexadecimal digits in upper case, 1 to 100,000.</summary>
public sealed record RandomHexadecimalGenerator(int Digits = 10) : Generator;

/// <summary><paramref name="Size"/> letters and digits, 0 to 100,000.</summary>
public sealed record RandomStringGenerator(int Size = 10) : Generator;

/// <summary>True or false.</summary>
public sealed record RandomBooleanGenerator : Generator;

/// <summary>A text that matches <paramref name="Regex"/>. Where the expression cannot be used, the example stays.</summary>
public sealed record RegexGenerator(string Regex) : Generator;

/// <summary>Format: simple, lower-case-hyphenated (where null), upper-case-hyphenated or URN.</summary>
public sealed record UuidGenerator(string? Format = null) : Generator;

/// <summary>
/// A date in a Java pattern (yyyy-MM-dd where null), today by the local clock or moved by <paramref name="Expression"/> ("tomorrow", "+ 1
/// week").
/// </summary>
public sealed record DateGenerator(string? Format = null, string? Expression = null) : Generator;

/// <summary>
/// A time in a Java pattern (HH:mm:ss where null), now by the local clock or moved by <paramref name="Expression"/> ("+ 1 hour").
/// </summary>
public sealed record TimeGenerator(string? Format = null, string? Expression = null) : Generator;

/// <summary>
/// A date and time in a Java pattern (yyyy-MM-dd'T'HH:mm:ss.SSSZ where null), now by the local clock or moved by
/// <paramref name="Expression"/> ("today @ + 1 hour").
/// </summary>
public sealed record DateTimeGenerator(string? Format = null, string? Expression = null) : Generator;

/// <summary>A value from the provider states; <paramref name="DataType"/> is STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN or RAW (where null).</summary>
public sealed record ProviderStateGenerator(string Expression, string? DataType = null) : Generator;

/// <summary>
/// <paramref name="Example"/> with what <paramref name="Regex"/> finds in it replaced by the mock server's base address and the
/// expression's first group. Without a mock server the example stays.
/// </summary>
public sealed record MockServerUrlGenerator(string Example, string Regex) : Generator;

/// <summary>A generator nobody here knows, kept word for word: the example stays, and whoever generates says so.</summary>
public sealed record UnknownGenerator(string Name, JsonElement Definition) : Generator;
