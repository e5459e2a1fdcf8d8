using System.Text.Json;
using PactKit.Brokers;

namespace PactKit.Cli.Output;

/// <summary>Environments for people.</summary>
internal static class EnvironmentPrinter
{
    public static void Describe(CliHost host, JsonElement environment) => host.Facts(
        ("UUID", environment.Text("uuid")),
        ("Name", environment.Text("name")),
        ("Display name", environment.Text("displayName")),
        ("Production", environment.Flag("production") == true ? "yes" : "no"),
        ("Contacts", string.Join(", ", environment.Items("contacts").Select(Contact))),
        ("Created", environment.Text("createdAt")),
        ("Updated", environment.Text("updatedAt")));

    private static string? Contact(JsonElement contact) =>
        contact.Member("details")?.Text("emailAddress") is { } address ? $"{contact.Text("name")} <{address}>" : contact.Text("name");
}
