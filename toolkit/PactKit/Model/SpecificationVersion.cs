using System.Globalization;

namespace PactKit.Model;

/// <summary>Between a specification version and its text in a file's metadata.</summary>
internal static class SpecificationVersion
{
    /// <summary>Lenient: "4.0", "3.0.0" and "2" all do. What nobody knows is <see cref="PactSpecification.Unknown"/>.</summary>
    public static PactSpecification Parse(string text, out string? warning)
    {
        warning = null;
        var pieces = text.Trim().TrimStart('v', 'V').Split('.', '-', '+');
        var minor = 0;
        if (Number(pieces[0], out var major) && (pieces.Length < 2 || Number(pieces[1], out minor)))
        {
            if (major == 1 && minor > 1) warning = $"version \"{text}\" is not a version of the Pact specification; read as V1";
            switch (major, minor)
            {
                case (1, 1): return PactSpecification.V11;
                case (1, _): return PactSpecification.V1;
                case (2, _): return PactSpecification.V2;
                case (3, _): return PactSpecification.V3;
                case (4, _): return PactSpecification.V4;
            }
        }

        warning = $"version \"{text}\" is not a version of the Pact specification; read like V3";
        return PactSpecification.Unknown;
    }

    public static string Write(PactSpecification specification) => specification switch
    {
        PactSpecification.V1 => "1.0.0",
        PactSpecification.V11 => "1.1.0",
        PactSpecification.V2 => "2.0.0",
        PactSpecification.V4 => "4.0",
        _ => "3.0.0",
    };

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
