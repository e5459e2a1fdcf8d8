using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Coverage;
using PactKit.Model;
using PactNet.Exceptions;

namespace PactKit;

/// <summary>
/// Which endpoints of an application have interactions in pacts: <c>ApiCoverage.Of(factory.Services, "pacts/consumer-provider.json")</c>. An
/// interaction belongs to the endpoint that routing would choose. Its text is a report.
/// </summary>
public sealed record ApiCoverage
{
    private ApiCoverage(IReadOnlyList<EndpointCoverage> endpoints, IReadOnlyList<HttpInteraction> unrouted) =>
        (Endpoints, Unrouted) = (endpoints, unrouted);

    /// <summary>All endpoints with a route, in the order the application maps them; that for provider states is left out.</summary>
    public IReadOnlyList<EndpointCoverage> Endpoints { get; }

    /// <summary>Interactions that no endpoint would answer.</summary>
    public IReadOnlyList<HttpInteraction> Unrouted { get; }

    /// <summary>The endpoints that no pact uses.</summary>
    public IEnumerable<EndpointCoverage> Missing => Endpoints.Where(endpoint => !endpoint.IsCovered);

    /// <summary>Coverage by pact files.</summary>
    /// <param name="services">The application's container: <c>factory.Services</c>.</param>
    /// <param name="pactFiles">Paths of the files.</param>
    /// <exception cref="InvalidOperationException">A file cannot be read.</exception>
    public static ApiCoverage Of(IServiceProvider services, params IEnumerable<string> pactFiles)
    {
        ArgumentNullException.ThrowIfNull(pactFiles);
        return Of(services, [.. pactFiles.Select(PactReader.ReadFile).Select(read => read.Pact ?? throw new InvalidOperationException(read.Error))]);
    }

    /// <summary>Coverage by pacts that were read.</summary>
    /// <param name="services">The application's container: <c>factory.Services</c>.</param>
    /// <param name="pacts">The pacts.</param>
    public static ApiCoverage Of(IServiceProvider services, params IReadOnlyList<Pact> pacts)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(pacts);
        var routes = ApiRoute.AllOf(services.GetRequiredService<EndpointDataSource>(), services.GetRequiredService<ParameterPolicyFactory>());
        var used = routes.ToDictionary(route => route, _ => new List<PactInteraction>());
        var unrouted = new List<HttpInteraction>();
        foreach (var pact in pacts)
        {
            foreach (var interaction in pact.Interactions.OfType<HttpInteraction>())
            {
                var route = routes.Where(candidate => candidate.Answers(interaction.Request)).MinBy(candidate => candidate.Precedence);
                if (route is null) unrouted.Add(interaction);
                else used[route].Add(new PactInteraction(pact.Consumer, interaction));
            }
        }

        return new ApiCoverage([.. routes.Select(route => new EndpointCoverage(route.Endpoint, route.Methods, route.Pattern, used[route]))], unrouted);
    }

    /// <summary>Fails a test when an endpoint has no interaction.</summary>
    /// <param name="except">Endpoints that need none, as the report names them: <c>/health</c> or <c>GET /health</c>.</param>
    /// <exception cref="PactFailureException">Endpoints have no interaction; the message lists them.</exception>
    public void AssertComplete(params IReadOnlyCollection<string> except)
    {
        ArgumentNullException.ThrowIfNull(except);
        var missing = Missing.Where(endpoint => !except.Contains(endpoint.Pattern) && !except.Contains(endpoint.Name)).ToList();
        if (missing.Count == 0) return;
        throw new PactFailureException(
            $"No pact uses {missing.Count} of {Endpoints.Count} endpoints:{string.Concat(missing.Select(endpoint => $"\n  - {endpoint.Name}"))}\n" +
            $"Nobody may need them, or a consumer has no contract yet. Leave an endpoint out by its path: AssertComplete(\"{missing[0].Pattern}\").");
    }

    /// <summary>A report: one line per endpoint, with its interactions and their statuses.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Endpoints.Count(endpoint => endpoint.IsCovered)} of {Endpoints.Count} endpoints have interactions.");
        var width = Endpoints.Select(endpoint => endpoint.Name.Length).DefaultIfEmpty().Max();
        foreach (var endpoint in Endpoints)
        {
            var interactions = endpoint.IsCovered ? string.Join(", ", endpoint.Interactions.Select(Describe)) : "NO INTERACTION";
            text.Append(CultureInfo.InvariantCulture, $"\n  {endpoint.Name.PadRight(width)}  {interactions}");
        }

        if (Unrouted.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nInteractions that no endpoint answers: {string.Join(", ", Unrouted.Select(Unanswered))}");
        return text.ToString();
    }

    private static string Describe(PactInteraction used) =>
        string.Create(CultureInfo.InvariantCulture, $"{used.Consumer}: '{used.Interaction.Description}' ({used.Interaction.Response.Status})");

    private static string Unanswered(HttpInteraction interaction) =>
        $"'{interaction.Description}' ({interaction.Request.Method} {interaction.Request.Path})";
}
