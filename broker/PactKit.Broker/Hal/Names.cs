namespace PactKit.Broker.Hal;

/// <summary>
/// What may become the name of something new. The length is the same on every database: PostgreSQL cannot put much more than 2,000
/// bytes into an index, and data shall be able to move there.
/// </summary>
internal static class Names
{
    public const int Longest = 500;

    /// <exception cref="BadHttpRequestException">The name is blank, or too long.</exception>
    public static void Check(string of, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new BadHttpRequestException($"The name or number of {of} cannot be blank.");
        CheckLength(of, name);
    }

    /// <exception cref="BadHttpRequestException">The name is too long.</exception>
    public static void CheckLength(string of, string name)
    {
        if (name.Length > Longest) throw new BadHttpRequestException($"The name or number of {of} can have {Longest} characters at most, and '{string.Concat(name.EnumerateRunes().Take(20))}...' has {name.Length}.");
    }
}
