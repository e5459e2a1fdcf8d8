namespace PactKit.Model;

/// <summary>The version of the Pact specification a file is written in.</summary>
public enum PactSpecification
{
    /// <summary>The file names a version nobody knows; it is read like V3.</summary>
    Unknown = 0,

    /// <summary>Version 1: no matching rules.</summary>
    V1,

    /// <summary>Version 1.1: read like version 1.</summary>
    V11,

    /// <summary>Version 2: matching rules in one flat list, one provider state.</summary>
    V2,

    /// <summary>Version 3: rules by category, generators, several provider states with parameters, messages.</summary>
    V3,

    /// <summary>Version 4: HTTP and messages in one file, synchronous messages, pending, comments, plugins.</summary>
    V4,
}
