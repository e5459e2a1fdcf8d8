using System.Text.RegularExpressions;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps of the features that compare parts without any server.</summary>
public sealed class MatchingSteps
{
    private readonly List<Request> _requests = [];
    private Request _expectedRequest = new();
    private Response _expectedResponse = new();
    private Response _response = new();
    private List<Mismatch> _mismatches = [];

    [Step("an expected request configured with the following:")]
    public void ExpectedRequest(StepTable table) => _expectedRequest = ReadRequest(table.Rows.Single());

    [Step("an expected request with an? \"(.+)\" header of \"(.+)\"")]
    public void ExpectedHeader(string name, string value) => _expectedRequest = WithHeader(name, value);

    [Step("a request is received with an? \"(.+)\" header of \"(.+)\"")]
    public void ReceivedHeader(string name, string value) => _requests.Add(WithHeader(name, value));

    [Step("a request is received with the following:")]
    [Step("the following requests are received:")]
    public void Received(StepTable table) => _requests.AddRange(table.Rows.Select(ReadRequest));

    [Step("the requests? (?:is|are) compared to the expected one")]
    public void CompareRequests()
    {
        var matcher = new RequestMatcher(_expectedRequest);
        _mismatches = [.. _requests.SelectMany(r => matcher.Match(r))];
        Assert.Empty(matcher.Warnings);
    }

    [Step("an expected response configured with the following:")]
    public void ExpectedResponse(StepTable table)
    {
        var row = table.Rows.Single();
        _expectedResponse = new Response { Status = int.Parse(row["status"]), MatchingRules = Fixtures.Rules(row["matching rules"]) };
    }

    [Step(@"a status (\d+) response is received")]
    public void ReceivedResponse(int status) => _response = new Response { Status = status };

    [Step("the response is compared to the expected one")]
    public void CompareResponse() => _mismatches = [.. new ResponseMatcher(_expectedResponse).Match(_response)];

    [Step("the (?:response )?comparison should be OK")]
    public void IsOk() => Assert.Empty(_mismatches.Select(m => m.Description));

    [Step("the (?:response )?comparison should NOT be OK")]
    public void IsNotOk() => Assert.NotEmpty(_mismatches);

    [Step("the mismatches will contain a mismatch with error \"(.+?)\" -> \"(.+)\"")]
    public void HasMismatch(string place, string error) => Assert.Contains(_mismatches, m => PlaceOf(m) == place && Says(m, error));

    [Step("the response mismatches will contain a \"(.+)\" mismatch with error \"(.+)\"")]
    public void HasResponseMismatch(string part, string error)
    {
        Assert.Equal("status", part);
        Assert.Contains(_mismatches, m => m is StatusMismatch && Says(m, error));
    }

    private static Request ReadRequest(IReadOnlyDictionary<string, string> row)
    {
        var request = new Request();
        if (row.TryGetValue("query", out var query)) request = request with { Query = QueryString.Parse(query) };
        if (row.TryGetValue("headers", out var headers)) request = request with { Headers = Fixtures.Headers(headers) };
        if (row.TryGetValue("matching rules", out var rules)) request = request with { MatchingRules = Fixtures.Rules(rules) };
        return row.TryGetValue("body", out var body) ? request with { Body = Fixtures.Body(body, row.GetValueOrDefault("content type")) } : request;
    }

    private static Request WithHeader(string name, string value) =>
        new() { Headers = new Dictionary<string, IReadOnlyList<string>> { [name] = HeaderValues.Split(name, value) } };

    private static string? PlaceOf(Mismatch mismatch) => mismatch switch
    {
        BodyMismatch body => body.Path,
        HeaderMismatch header => header.Key,
        QueryMismatch query => query.Parameter,
        _ => null,
    };

    // The suite writes some texts as they are and some as regular expressions.
    private static bool Says(Mismatch mismatch, string error)
    {
        var text = error.Replace("\\\"", "\"", StringComparison.Ordinal);
        if (mismatch.Description.Contains(text, StringComparison.Ordinal)) return true;
        try
        {
            return Regex.IsMatch(mismatch.Description, text);
        }
        catch (RegexParseException)
        {
            return false;
        }
    }
}
