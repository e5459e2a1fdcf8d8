using System.Reflection;
using System.Text.RegularExpressions;
using PactKit.Model;
using PactKit.Recording;
using Refit;

namespace PactKit.Coverage;

/// <summary>A method of a Refit interface as something that requests are compared with.</summary>
internal sealed partial class ClientMethod
{
    private readonly Regex _path;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string?>> _query;

    private ClientMethod(MethodInfo method, HttpMethodAttribute attribute, string? prefix)
    {
        Method = method;
        Verb = attribute.Method.Method;
        Template = prefix is null ? attribute.Path : $"{prefix.TrimEnd('/')}/{attribute.Path.TrimStart('/')}";
        var mark = Template.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? Template : Template[..mark];
        _query = QueryString.Parse(mark < 0 ? "" : Template[(mark + 1)..]);
        _path = new Regex($"^{Pattern(path)}$", RegexOptions.None, TimeSpan.FromSeconds(1));
        Literal = Placeholder().Replace(path, "").Length + _query.Count;
        Parameters = new QueryParameters(method, Template);
        IsDynamic = method.GetParameters().Any(parameter => parameter.GetCustomAttribute<UrlAttribute>() is not null);
    }

    public MethodInfo Method { get; }

    public string Verb { get; }

    public string Template { get; }

    /// <summary>The address is an argument, so the path says nothing.</summary>
    public bool IsDynamic { get; }

    /// <summary>How much of the template is fixed: <c>/users/me</c> goes before <c>/users/{id}</c>.</summary>
    public int Literal { get; }

    public QueryParameters Parameters { get; }

    public static IReadOnlyList<ClientMethod> AllOf(Type client) =>
    [
        .. client.GetInterfaces().Prepend(client).SelectMany(type => type
            .GetMethods()
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<HttpMethodAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => new ClientMethod(found.Method, found.Attribute!, Prefix(client, type)))),
    ];

    public bool Sends(Request request) =>
        Verb.Equals(request.Method, StringComparison.OrdinalIgnoreCase) && (IsDynamic || (_path.IsMatch(request.Path) && SendsQuery(request)));

    /// <summary>Names of the query that the template does not spell out.</summary>
    public IEnumerable<string> BeyondTemplate(Request request) => request.Query.Keys.Where(name => !_query.ContainsKey(name));

    private bool SendsQuery(Request request) => _query.All(expected =>
        request.Query.TryGetValue(expected.Key, out var values)
        && (expected.Value.Any(value => value is not null && Placeholder().IsMatch(value)) || expected.Value.SequenceEqual(values)));

    private static string? Prefix(Type client, Type declaring) =>
        (client.GetCustomAttribute<PathPrefixAttribute>() ?? declaring.GetCustomAttribute<PathPrefixAttribute>())?.Prefix;

    private static string Pattern(string path)
    {
        var (pattern, end) = ("", 0);
        foreach (var match in Placeholder().Matches(path).Cast<Match>())
        {
            pattern += Patterns.Escape(path[end..match.Index]) + (match.Value.StartsWith("{**", StringComparison.Ordinal) ? ".*" : "[^/]+");
            end = match.Index + match.Length;
        }

        return pattern + Patterns.Escape(path[end..]);
    }

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Placeholder();
}
