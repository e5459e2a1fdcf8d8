using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using PactKit.Model;
using PactKit.States;

namespace PactKit.Coverage;

/// <summary>An endpoint with a route, as something that requests are compared with.</summary>
internal sealed class ApiRoute
{
    private readonly TemplateMatcher _matcher;
    private readonly List<(string Parameter, IRouteConstraint Constraint)> _constraints = [];

    private ApiRoute(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        Endpoint = endpoint;
        Methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        Pattern = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        _matcher = new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new RouteValueDictionary(endpoint.RoutePattern.Defaults));
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            foreach (var reference in parameter.ParameterPolicies)
                if (policies.Create(parameter, reference) is IRouteConstraint constraint) _constraints.Add((parameter.Name, constraint));
        }
    }

    public RouteEndpoint Endpoint { get; }

    public IReadOnlyList<string> Methods { get; }

    public string Pattern { get; }

    /// <summary>Routing takes the lowest of those that answer.</summary>
    public (int Order, decimal Precedence) Precedence => (Endpoint.Order, Endpoint.RoutePattern.InboundPrecedence);

    public static IReadOnlyList<ApiRoute> AllOf(EndpointDataSource endpoints, ParameterPolicyFactory policies) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ProviderStateEndpoint>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching != true)
            .Select(endpoint => new ApiRoute(endpoint, policies)),
    ];

    public bool Answers(Request request)
    {
        if (Methods.Count > 0 && !Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase)) return false;
        var values = new RouteValueDictionary();
        return _matcher.TryMatch(new PathString(Uri.UnescapeDataString(request.Path)), values)
            && Endpoint.RoutePattern.RequiredValues.All(required => IsThe(required, values))
            && _constraints.TrueForAll(rule => rule.Constraint.Match(null, null, rule.Parameter, values, RouteDirection.IncomingRequest));
    }

    /// <summary>Of a conventional route ({controller}/{action}) each action has an endpoint, which answers only where the path names it.</summary>
    private static bool IsThe(KeyValuePair<string, object?> required, RouteValueDictionary values) =>
        string.IsNullOrEmpty(required.Value?.ToString())
        || !values.TryGetValue(required.Key, out var value)
        || string.Equals(value?.ToString(), required.Value.ToString(), StringComparison.OrdinalIgnoreCase);
}
