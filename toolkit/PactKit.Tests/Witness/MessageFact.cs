namespace PactKit.Tests.Witness;

/// <summary>One message as a pact file has it, and what the provider's endpoint answers. Both verifiers are asked for a verdict.</summary>
/// <param name="Interaction">Members of the message in the file, as JSON, all but the description.</param>
/// <param name="Metadata">JSON for the header Pact-Message-Metadata; what is no JSON is sent as it is. Null for no header.</param>
public sealed record MessageFact(string Name, string Interaction, string Body = "", string? ContentType = "application/json", string? Metadata = null, int Status = 200, string Version = "4.0");
