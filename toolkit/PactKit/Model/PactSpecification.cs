namespace PactKit.Model;

/// <summary>The version of the Pact specification a file is written in.</summary>
public enum PactSpecification
{
    /// <summary>The file names a version nobody knows; it is read like V3.</summary>
    Unknown = 0,
    V1,
    V11,
    V2,
    V3,
    V4,
}
