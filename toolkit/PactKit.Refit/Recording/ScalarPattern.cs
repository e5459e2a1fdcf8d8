namespace PactKit.Recording;

/// <summary>How values of a type look as texts, in paths, queries and headers. Without anchors.</summary>
internal static class ScalarPattern
{
    public const string Integer = @"-?\d+";

    public const string Decimal = @"-?\d+\.\d+";

    public const string Number = @"-?\d+(?:\.\d+)?";

    private const string Guid = "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}";

    // The formatter of the client decides on the case.
    private const string Bool = "(?:true|false|True|False)";

    /// <summary>Null where any text will do.</summary>
    public static string? Of(object? example) => example switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or System.Numerics.BigInteger => Integer,
        float or double or decimal or Half => Number,
        bool => Bool,
        System.Guid => Guid,
        _ => null,
    };
}
