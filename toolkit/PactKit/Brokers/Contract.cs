namespace PactKit.Brokers;

/// <summary>One pact file to publish.</summary>
/// <param name="Consumer">As in the file.</param>
/// <param name="Provider">As in the file.</param>
/// <param name="Content">The file's bytes: JSON in UTF-8.</param>
/// <param name="Merge">Add the interactions to a pact this consumer version already has with the provider, instead of replacing it.</param>
public sealed record Contract(string Consumer, string Provider, ReadOnlyMemory<byte> Content, bool Merge = false);
