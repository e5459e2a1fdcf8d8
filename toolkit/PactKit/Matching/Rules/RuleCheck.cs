using System.Text;
using System.Text.Unicode;
using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>How a rule looks below the list or map it applies to.</summary>
internal enum Descent
{
    /// <summary>Entries by key, items one by one against the examples; the rules that apply there decide.</summary>
    Ordinary,

    /// <summary>Each actual entry against the example of its key, else the first example.</summary>
    Values,

    /// <summary>Like <see cref="Values"/>, and only the rules of this rule apply there.</summary>
    EachValue,

    /// <summary>Each variant somewhere in the list.</summary>
    Variants,

    /// <summary>What is below does not matter any more.</summary>
    None,
}

/// <summary>A matching rule made ready to use. Each method returns null where the value passes, else a sentence that says why not.</summary>
internal abstract class RuleCheck
{
    /// <summary>As pact files spell it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it means something below the place it was written for. One that does not still gets selected there, and accepts.</summary>
    public virtual bool Cascades => true;

    /// <summary>It lets the repeated children of an XML element grow and shrink in number.</summary>
    public virtual bool IsTypeRule => false;

    /// <summary>It decides about the keys of the map it was written for, so that they are not compared with the example's.</summary>
    public virtual bool DecidesKeys => false;

    /// <summary>A scalar. Either side may be a container where the other is not.</summary>
    public abstract string? Check(in Value expected, in Value actual, bool cascaded);

    /// <summary>A list as a whole; its items come later.</summary>
    public virtual string? CheckList(in Items expected, in Items actual, bool cascaded) => null;

    /// <summary>A map as a whole; its entries come later.</summary>
    public virtual string? CheckMap(in Value expected, in Value actual, bool cascaded) =>
        cascaded && !Cascades ? null : $"Unable to match {actual.Typed} using the {Name} rule: it does not apply to a map";

    /// <summary>An XML element as such; its attributes, children and text come later.</summary>
    public virtual string? CheckElement(in ElementView expected, in ElementView actual, bool cascaded) =>
        cascaded && !Cascades ? null : $"Unable to match {actual.Shown} using the {Name} rule: it does not apply to an XML element";

    /// <summary>Whether the example takes part in the decision. Where it does not, it need not be of the kind the rule is about.</summary>
    public virtual bool LooksAtExample => true;

    /// <summary>A whole body of bytes. A rule about text needs them to be UTF-8.</summary>
    public virtual string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        if (LooksAtExample && !Utf8.IsValid(expected.Span)) return $"Unable to match the body using the {Name} rule: the expected body is not UTF-8 text";
        if (!Utf8.IsValid(actual.Span)) return $"Unable to match the body using the {Name} rule: the actual body is not UTF-8 text";
        return Check(new Value(Encoding.UTF8.GetString(expected.Span)), new Value(Encoding.UTF8.GetString(actual.Span)), cascaded: false);
    }

    public virtual Descent DescentOf(bool cascaded) => Descent.Ordinary;
}
