namespace PactKit.Matching.Bodies;

/// <summary>What matching rules may know of an XML element.</summary>
internal readonly record struct ElementView(string Namespace, string LocalName, int ChildNodes)
{
    public string Shown => $"<{LocalName}/>";

    public bool HasNameOf(in ElementView other) => Namespace == other.Namespace && LocalName == other.LocalName;
}
