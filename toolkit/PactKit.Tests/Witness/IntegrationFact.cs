namespace PactKit.Tests.Witness;

/// <summary>One piece of integration JSON as a DSL hands it over. Both engines are asked for the pact file it gives.</summary>
/// <param name="Place">body, xml, form, message, path, query, status, metadata, or the name of a request header.</param>
/// <param name="Texts">The JSON, or several values of one header or query parameter.</param>
public sealed record IntegrationFact(string Name, string Place, IReadOnlyList<string> Texts, int Specification = 4)
{
    public static IntegrationFact Of(string place, string json, int specification = 4) => new($"{place}{(specification == 4 ? "" : $" V{specification}")}: {json}", place, [json], specification);
}
