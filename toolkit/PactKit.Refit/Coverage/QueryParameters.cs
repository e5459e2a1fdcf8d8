using System.Reflection;
using PactKit.Model;
using Refit;

namespace PactKit.Coverage;

/// <summary>What a method may add to the query; tells methods of the same path apart.</summary>
internal sealed class QueryParameters
{
    private readonly HashSet<string> _possible = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _required = [];
    private readonly bool _open;

    public QueryParameters(MethodInfo method, string template)
    {
        var verb = method.GetCustomAttribute<HttpMethodAttribute>()!.Method;
        var hasBody = verb == HttpMethod.Post || verb == HttpMethod.Put || verb == HttpMethod.Patch;
        foreach (var parameter in method.GetParameters().Where(parameter => !GoesElsewhere(parameter, template)))
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            if (!IsSimple(type) && !IsListOfSimple(type))
            {
                // An object: its members, or the body of a method that may have one.
                _open |= !hasBody || parameter.GetCustomAttribute<QueryAttribute>() is not null;
                continue;
            }

            var name = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;
            _possible.Add(name);
            if (type.IsValueType && type == parameter.ParameterType && !parameter.HasDefaultValue) _required.Add(name);
        }

        // A flag is a name, and any.
        _open |= method.GetParameters().Any(parameter => parameter.GetCustomAttribute<QueryNameAttribute>() is not null);
    }

    public bool Fit(IReadOnlyCollection<string> names) =>
        (_open || names.All(_possible.Contains)) && _required.TrueForAll(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool GoesElsewhere(ParameterInfo parameter, string template)
    {
        if (parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == typeof(CancellationToken?)) return true;
        if (parameter.GetCustomAttributes().Any(IsOfAnotherPart)) return true;
        var name = parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name;
        string[] placeholders = [$"{{{name}}}", $"{{**{name}}}", $"{{{name}.", $"{{{parameter.Name}}}"];
        return placeholders.Any(placeholder => template.Contains(placeholder, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOfAnotherPart(Attribute attribute) =>
        attribute is BodyAttribute or HeaderAttribute or HeaderCollectionAttribute or AuthorizeAttribute or PropertyAttribute or UrlAttribute
            or QueryNameAttribute;

    private static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(DateTime)
        || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan) || type == typeof(Uri);

    private static bool IsListOfSimple(Type type) => type.GetInterfaces().Append(type).Any(candidate =>
        candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>) && IsSimple(candidate.GetGenericArguments()[0]));
}
