using PactKit.Coverage;
using PactKit.Model;

namespace PactKit;

/// <summary>
/// Which methods of a Refit interface have interactions in a pact:
/// <c>PactCoverage.Of&lt;IApi&gt;("pacts/consumer-provider.json").AssertComplete()</c>.
/// A method and an interaction belong together by HTTP method, path template and the parameters in the query.
/// </summary>
public static class PactCoverage
{
    /// <summary>Coverage by a pact file.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read, or the type is no Refit interface.</exception>
    public static ClientCoverage Of<TApi>(string pactFile) where TApi : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pactFile);
        var read = PactReader.ReadFile(pactFile);
        return read.IsSuccess ? Of<TApi>(read.Pact) : throw new InvalidOperationException(read.Error);
    }

    /// <summary>Coverage by a pact that was read.</summary>
    /// <exception cref="InvalidOperationException">The type is no Refit interface.</exception>
    public static ClientCoverage Of<TApi>(Pact pact) where TApi : class
    {
        ArgumentNullException.ThrowIfNull(pact);
        var methods = ClientMethod.AllOf(typeof(TApi));
        if (methods.Count == 0)
        {
            throw new InvalidOperationException(
                $"{typeof(TApi).Name} is no Refit interface: no method of it has an attribute such as [Get(\"/path\")].");
        }

        var interactions = pact.Interactions.OfType<HttpInteraction>().ToList();
        var used = methods.ToDictionary(method => method, _ => new List<HttpInteraction>());
        var unused = new List<HttpInteraction>();
        foreach (var interaction in interactions)
        {
            var owners = MethodPicker.Pick(methods, interaction.Request);
            foreach (var owner in owners) used[owner].Add(interaction);
            if (owners.Count == 0) unused.Add(interaction);
        }

        return new ClientCoverage(typeof(TApi), pact.Consumer, pact.Provider)
        {
            Methods = [.. methods.Select(method => new MethodCoverage(method.Method, method.Verb, method.Template, used[method]))],
            Unused = unused,
        };
    }
}
