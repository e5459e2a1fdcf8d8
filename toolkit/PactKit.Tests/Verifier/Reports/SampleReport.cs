using System.Net;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;

namespace PactKit.Tests.Verifier.Reports;

/// <summary>A report with one interaction of each outcome: passed, failed, without an answer, pending.</summary>
internal static class SampleReport
{
    public const string Nasty = "<script>alert('x')</script> \u0001 & \"quoted\"";

    private static readonly HttpInteraction User = Interactions.Get("/users/1", "a user", response: r => r with
    {
        Headers = Interactions.Headers(("Content-Type", ["application/json"])),
        Body = Interactions.Json("""{"id":1,"name":"Ann"}"""),
    });

    public static VerificationReport Failed()
    {
        var response = User.Response with { Status = (int)HttpStatusCode.Created, Body = Interactions.Json("""{"id":2,"name":"Ann"}""") };
        var mismatches = new ResponseMatcher(User.Response).Match(response);
        return Of(
            new InteractionReport(User) { Response = User.Response, Duration = TimeSpan.FromMilliseconds(92) },
            new InteractionReport(User with { Description = "a changed user", Id = "id-2", Key = "k2", ProviderStates = [new ProviderState("user 1 exists")] })
            {
                Response = response, Mismatches = mismatches, Duration = TimeSpan.FromMilliseconds(1500),
            },
            new InteractionReport(User with { Description = Nasty }) { Error = "The provider did not answer within 5 s." },
            new InteractionReport(User with { Description = "not done yet" }) { Response = response, Mismatches = mismatches, Pending = true });
    }

    public static VerificationReport Of(params InteractionReport[] interactions) => new("APIGateway",
        [
            new PactReport
            {
                Pact = new Pact { Consumer = "UserService", Provider = "APIGateway", Interactions = [.. interactions.Select(report => report.Interaction)] },
                Source = "pacts/UserService-APIGateway.json", Interactions = interactions,
                NoticesBefore = ["The pact is the latest of main"], NoticesAfter = ["Results were published"],
            },
        ],
        []);

    public static VerificationReport WithError() => Of() with { Errors = ["pacts/x.json: not JSON"], Warnings = ["nothing was verified"] };

    public static JsonElement Json(byte[] report) => JsonElement.Parse(report);
}
