using System.Text.Json;
using PactKit.Verifier.Reports;

namespace PactKit.Tests.Verifier.Reports;

public sealed class JsonReportTests
{
    private readonly JsonElement _json = SampleReport.Json(JsonReport.Write(SampleReport.Failed()));

    [Fact]
    public void It_has_the_members_other_verifiers_write() => Assert.Equal(
        ["result", "notices", "output", "errors", "pendingErrors", "interactionResults"], _json.EnumerateObject().Select(member => member.Name));

    [Fact]
    public void Each_interaction_has_its_result() => Assert.Equal(
        """
        [{"description":"a user","result":"OK","duration":"92ms"},
        {"interactionId":"id-2","interactionKey":"k2","description":"a changed user","result":"Error","duration":"1500ms"}
        """.ReplaceLineEndings("") + "]",
        JsonSerializer.Serialize(_json.GetProperty("interactionResults").EnumerateArray().Take(2)));

    [Fact]
    public void Errors_hold_the_mismatches_or_a_message()
    {
        var (mismatched, unanswered) = (_json.GetProperty("errors")[0], _json.GetProperty("errors")[1]);
        Assert.Equal("Verifying a pact between UserService and APIGateway - a changed user given user 1 exists", mismatched.GetProperty("interaction").GetString());
        var mismatch = mismatched.GetProperty("mismatch");
        Assert.Equal(("mismatches", "id-2"), (mismatch.GetProperty("type").GetString(), mismatch.GetProperty("interactionId").GetString()));
        Assert.Equal(["StatusMismatch", "BodyMismatch"], mismatch.GetProperty("mismatches").EnumerateArray().Select(m => m.GetProperty("type").GetString()!).Order().Reverse());
        Assert.Equal("error", unanswered.GetProperty("mismatch").GetProperty("type").GetString());
        Assert.Equal("The provider did not answer within 5 s.", unanswered.GetProperty("mismatch").GetProperty("message").GetString());
        Assert.Equal(2, _json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public void A_pending_failure_is_listed_on_its_own() =>
        Assert.Contains("not done yet", Assert.Single(_json.GetProperty("pendingErrors").EnumerateArray()).GetProperty("interaction").GetString(), StringComparison.Ordinal);

    [Fact]
    public void Output_and_notices_are_there()
    {
        Assert.Contains(_json.GetProperty("output").EnumerateArray(), line => line.GetString() == "Verifying a pact between UserService and APIGateway");
        Assert.Equal(["before_verification", "after_verification"], _json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("when").GetString()!));
    }

    [Fact]
    public void What_could_not_be_loaded_is_an_error()
    {
        var json = SampleReport.Json(JsonReport.Write(SampleReport.WithError()));
        Assert.False(json.GetProperty("result").GetBoolean());
        Assert.Equal("pacts/x.json: not JSON", Assert.Single(json.GetProperty("errors").EnumerateArray()).GetProperty("mismatch").GetProperty("message").GetString());
    }
}
