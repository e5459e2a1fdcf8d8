namespace PactKit.Model.Json;

/// <summary>A value within a document whose place in the printed text is wanted, or that was printed before at the same depth.</summary>
internal sealed class JsonFragment
{
    /// <summary>What to print where it was not printed before; let go of afterwards.</summary>
    public object? Value { get; private set; }

    /// <summary>What was printed before, indent and all, or null; let go of afterwards.</summary>
    public ReadOnlyMemory<byte>? Printed { get; private set; }

    /// <summary>Where it stands in the document, once it is printed.</summary>
    public Range Place { get; private set; }

    public static JsonFragment Of(object? value) => new() { Value = value };

    public static JsonFragment OfPrinted(ReadOnlyMemory<byte> printed) => new() { Printed = printed };

    public void IsPrinted(Range place) => (Place, Value, Printed) = (place, null, null);
}
