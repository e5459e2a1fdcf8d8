using System.Net;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Tests.Witness;

/// <summary>Asks our engine about a fact, by the same pact bytes and the same message the official engine gets.</summary>
internal static class OurVerdicts
{
    public static async Task<IReadOnlyList<Mismatch>> OfAsync(ResponseFact fact, CancellationToken cancellation)
    {
        var read = PactReader.Read(OfficialVerdicts.PactOf(fact.Version, [(fact.Name, """{"method":"GET","path":"/"}""", fact.Expected)]), "fact");
        // The file as a whole was refused.
        if (fact.HasOwnFile && !read.IsSuccess) return [new BodyMismatch("$", null, null) { Description = read.Error }];
        var pact = Good(read);
        using var message = new HttpResponseMessage((HttpStatusCode)fact.Status) { Content = new ByteArrayContent(fact.Body) };
        foreach (var (name, value) in fact.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        var expected = Assert.IsType<HttpInteraction>(Assert.Single(pact.Interactions)).Response;
        return new ResponseMatcher(expected).Match(await HttpMessages.ReadAsync(message, cancellation));
    }

    public static async Task<IReadOnlyList<Mismatch>> OfAsync(RequestFact fact, CancellationToken cancellation)
    {
        var expected = fact.Expected.Replace("{path}", OfficialVerdicts.PathOf(0), StringComparison.Ordinal);
        var pact = Good(PactReader.Read(OfficialVerdicts.PactOf(fact.Version, [(fact.Name, expected, """{"status":200}""")]), "fact"));
        var provider = new MockProvider([Assert.IsType<HttpInteraction>(Assert.Single(pact.Interactions))]);
        using var message = OfficialVerdicts.RequestOf(fact, number: 0, port: 80);
        provider.Answer(await HttpMessages.ReadAsync(message, cancellation), new Uri("http://127.0.0.1/"));
        return Assert.Single(provider.Verdict().Requests).Pick switch
        {
            MatchedInteraction => [],
            MismatchedRequest mismatched => mismatched.Mismatches,
            UnexpectedRequest unexpected => unexpected.Mismatches,
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static Pact Good(ReadResult result)
    {
        Assert.True(result.IsSuccess, result.Error);
        return result.Pact;
    }
}
