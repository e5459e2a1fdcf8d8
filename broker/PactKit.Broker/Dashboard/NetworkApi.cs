using System.Globalization;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Dashboard;

/// <summary>One application in the picture.</summary>
internal sealed record NetworkNode(string Name, double X, double Y);

internal sealed record NetworkModel(string? Centre, IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<Integration> Integrations, bool IsCut)
{
    public double Size => Radius(Nodes.Count) * 2 + 320;

    public NetworkNode Node(string name) => Nodes.First(node => node.Name == name);

    public static double Radius(int count) => Math.Max(120, count * 9);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Pages that show who talks to whom.</summary>
internal static class NetworkApi
{
    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pacticipants/{pacticipant}/network", Of).ExcludeFromDescription();
        routes.MapGet("/ui/relationships", OfAll).ExcludeFromDescription();
    }

    private static async Task<IResult> Of(BrokerRequest request, string pacticipant, IntegrationsStore store, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(pacticipant, ct) is null) return Page.Of<MissingPage>(request, $"No pacticipant with name '{pacticipant}' found", StatusCodes.Status404NotFound);
        var (all, _) = await store.ListAsync(null, null, ct);
        var most = request.Settings.NetworkDiagramMaxPacticipants;
        var connected = RelationshipCsv.Connected(all, pacticipant, most);
        return Show(request, pacticipant, connected, RelationshipCsv.Connected(all, pacticipant, int.MaxValue).Count > connected.Count);
    }

    private static async Task<IResult> OfAll(BrokerRequest request, IntegrationsStore store, CancellationToken ct)
    {
        var (all, _) = await store.ListAsync(null, null, ct);
        var kept = all.SelectMany(i => new[] { i.Consumer, i.Provider }).Distinct().Take(request.Settings.NetworkDiagramMaxPacticipants).ToHashSet();
        var shown = all.Where(i => kept.Contains(i.Consumer) && kept.Contains(i.Provider)).ToList();
        return Show(request, null, shown, shown.Count < all.Count);
    }

    private static IResult Show(BrokerRequest request, string? centre, IReadOnlyList<Integration> integrations, bool cut)
    {
        var names = integrations.SelectMany(i => new[] { i.Consumer, i.Provider }).Append(centre).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList();
        var radius = NetworkModel.Radius(names.Count);
        var middle = radius + 160;
        var nodes = names.Index().Select(item =>
        {
            var angle = (2 * Math.PI * item.Index / names.Count) - (Math.PI / 2);
            return new NetworkNode(item.Item, middle + (radius * Math.Cos(angle)), middle + (radius * Math.Sin(angle)));
        }).ToList();
        return Page.Of<NetworkPage>(request, new NetworkModel(centre, nodes, integrations, cut));
    }
}
