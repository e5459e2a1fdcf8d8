using System.Globalization;
using System.Text;
using PactKit.Model;
using PactKit.Recording;
using PactNet.Exceptions;

namespace PactKit;

/// <summary>What a pact says about the methods of a Refit interface. Its text is a report.</summary>
/// <param name="Client">The interface.</param>
/// <param name="Consumer">Consumer of the pact.</param>
/// <param name="Provider">Provider of the pact.</param>
public sealed record ClientCoverage(Type Client, string Consumer, string Provider)
{
    /// <summary>All methods, in the order the interface declares them; those of inherited interfaces last.</summary>
    public required IReadOnlyList<MethodCoverage> Methods { get; init; }

    /// <summary>Interactions that no method of the interface sends: another client's, or left over.</summary>
    public required IReadOnlyList<HttpInteraction> Unused { get; init; }

    /// <summary>The methods without an interaction.</summary>
    public IEnumerable<MethodCoverage> Missing => Methods.Where(method => !method.IsCovered);

    /// <summary>Every method has an interaction.</summary>
    public bool IsComplete => Methods.All(method => method.IsCovered);

    /// <summary>Fails a test when a method has no interaction.</summary>
    /// <param name="except">Names of methods that need none.</param>
    /// <exception cref="ArgumentException">The interface has no method of such a name.</exception>
    /// <exception cref="PactFailureException">Methods have no interaction; the message lists them.</exception>
    public void AssertComplete(params IReadOnlyCollection<string> except)
    {
        ArgumentNullException.ThrowIfNull(except);
        var unknown = except.FirstOrDefault(name => Methods.All(method => method.Method.Name != name));
        if (unknown is not null) throw new ArgumentException($"{Client.Name} has no method '{unknown}'.", nameof(except));

        var missing = Missing.Where(method => !except.Contains(method.Method.Name)).ToList();
        if (missing.Count == 0) return;
        var lines = missing.Select(method => $"\n  - {Signature(method)}: {method.Verb} {method.Template}");
        var count = $"{missing.Count} of {Methods.Count} methods of {Client.Name} {(missing.Count == 1 ? "has" : "have")} no interaction";
        throw new PactFailureException(
            $"{count} in the pact between {Consumer} and {Provider}:{string.Concat(lines)}\nAdd an interaction with WithRequest<{Client.Name}>(api => " +
            $"api.{missing[0].Method.Name}(…)), or leave the method out by name: AssertComplete(nameof({Client.Name}.{missing[0].Method.Name})).");
    }

    /// <summary>A report: one line per method, with its interactions and their statuses.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var covered = Methods.Count(method => method.IsCovered);
        text.Append(CultureInfo.InvariantCulture, $"{Client.Name}: {covered} of {Methods.Count} methods have interactions ")
            .Append(CultureInfo.InvariantCulture, $"in the pact between {Consumer} and {Provider}.");
        var name = Methods.Max(method => method.Method.Name.Length);
        var verb = Methods.Max(method => method.Verb.Length);
        foreach (var method in Methods)
        {
            var interactions = method.IsCovered ? string.Join(", ", method.Interactions.Select(Describe)) : "NO INTERACTION";
            text.Append(CultureInfo.InvariantCulture, $"\n  {method.Method.Name.PadRight(name)}  {method.Verb.PadRight(verb)} ")
                .Append(CultureInfo.InvariantCulture, $"{method.Template}  {interactions}");
        }

        if (Unused.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nInteractions that no method sends: {string.Join(", ", Unused.Select(Describe))}");
        return text.ToString();
    }

    private static string Describe(HttpInteraction interaction) =>
        string.Create(CultureInfo.InvariantCulture, $"'{interaction.Description}' ({interaction.Response.Status})");

    private static string Signature(MethodCoverage method) =>
        $"{method.Method.Name}({string.Join(", ", method.Method.GetParameters().Select(Parameter))})";

    private static string Parameter(System.Reflection.ParameterInfo parameter) => $"{TypeName.Of(parameter.ParameterType)} {parameter.Name}";
}
