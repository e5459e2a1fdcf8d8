using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Broker.Tests.ClientContract;

/// <summary>The contract that the official client has with a broker: beside the checkout, or where PACT_CLIENT_CONTRACTS says.</summary>
internal static class ClientContractFile
{
    private const string Name = "pact_broker_client-pact_broker.json";
    private static readonly string Path = System.IO.Path.Combine(Folder(), Name);
    private static readonly byte[] Bytes = File.Exists(Path) ? File.ReadAllBytes(Path) : [];

    public static string? SkipReason { get; } = Bytes.Length > 0 ? null : $"{Name} is not here: set PACT_CLIENT_CONTRACTS to its folder.";

    public static Pact Pact { get; } = Bytes.Length > 0 ? PactReader.Read(Bytes, Name).Pact! : null!;

    /// <summary>The query of an interaction as the file has it, since the order of its parameters matters.</summary>
    public static string? RawQuery(int index) => (string?)JsonNode.Parse(Bytes)!["interactions"]![index]!["request"]!["query"];

    /// <summary>Index, description and state of each interaction; one row that will be skipped where there is no file.</summary>
    public static TheoryData<int, string, string> Interactions() => SkipReason is not null
        ? new() { { 0, Name, "" } }
        : new(Pact.Interactions.Select((interaction, index) => (index, interaction.Description, interaction.ProviderStates is [var state, ..] ? state.Name : "")));

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("PACT_CLIENT_CONTRACTS") is { Length: > 0 } path) return path;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "ContractDemo.sln"))) root = root.Parent;
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(root?.FullName ?? ".", "..", "shared", "conformance", "clients"));
    }
}
