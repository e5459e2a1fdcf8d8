using System.Text;
using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Ui;
using PactKit.Broker.Verifications;

namespace PactKit.Broker.Pacts;

/// <summary>One interaction, prepared for reading.</summary>
internal sealed record InteractionView(string Title, string? Kind, IReadOnlyList<string> States, IReadOnlyList<(string Name, string Json)> Parts);

internal sealed record PactModel(Pact Pact, string Specification, IReadOnlyList<InteractionView> Interactions, Verification? Latest, string Raw, Urls Urls, Storage.Moment Now);

internal static class PactPages
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = HalDocument.WriterOptions.Encoder };
    private static readonly string[] Shown = ["request", "response", "contents", "metadata"];
    private static readonly string[] Lists = ["interactions", "messages"];
    private static readonly string[] Specifications = ["pactSpecification", "pact-specification"];

    public static async Task<IResult> Show(BrokerRequest request, Pact pact, CancellationToken ct)
    {
        var services = request.Http.RequestServices;
        var content = await services.GetRequiredService<PactsStore>().ContentAsync(pact.PactVersionId, ct);
        var latest = await services.GetRequiredService<VerificationsStore>().LatestAsync(pact.PactVersionId, ct);
        var (root, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(content));
        var interactions = Lists.SelectMany(name => Items(root, name)).Select(View).ToList();
        var now = services.GetRequiredService<Storage.Session>().Now;
        return Page.Of<PactPage>(request, new PactModel(pact, Specification(root), interactions, latest, JsonSerializer.Serialize(root, Indented), request.PageUrls, now));
    }

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static InteractionView View(JsonElement interaction)
    {
        var parts = Shown.Where(name => interaction.TryGetProperty(name, out _))
            .Select(name => (Capital(name), JsonSerializer.Serialize(interaction.GetProperty(name), Indented))).ToList();
        return new InteractionView(Text(interaction, "description") ?? "without description", Kind(interaction), States(interaction), parts);
    }

    private static string? Kind(JsonElement interaction)
    {
        if (interaction.TryGetProperty("request", out var request) && request.ValueKind == JsonValueKind.Object && Text(request, "method") is { } method)
            return $"{method.ToUpperInvariant()} {Text(request, "path")}";
        return Text(interaction, "type") ?? "Message";
    }

    private static List<string> States(JsonElement interaction)
    {
        if (interaction.TryGetProperty("providerStates", out var states) && states.ValueKind == JsonValueKind.Array)
            return states.EnumerateArray().Where(state => state.ValueKind == JsonValueKind.Object).Select(state => Text(state, "name")).OfType<string>().ToList();
        return (Text(interaction, "providerState") ?? Text(interaction, "provider_state")) is { } single ? [single] : [];
    }

    private static string Specification(JsonElement root)
    {
        if (!root.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object) return "";
        return Specifications
            .Select(name => metadata.TryGetProperty(name, out var specification) && specification.ValueKind == JsonValueKind.Object ? Text(specification, "version") : null)
            .FirstOrDefault(version => version is not null) ?? "";
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
