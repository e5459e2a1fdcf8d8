namespace PactKit.Broker.Tests.Examples;

/// <summary>Requests that are refused, and how: name, method, URL, accepted types, body, its type; status, type and text of the answer.</summary>
public static class ErrorExamples
{
    private const string HalUtf8 = "application/hal+json;charset=utf-8";
    private const string ProblemUtf8 = "application/problem+json;charset=utf-8";

    public static TheoryData<string, string, string, string, string?, string, int, string?, string?> Rows => new()
    {
        { "unknown pacticipant", "GET", "/pacticipants/Nope", "application/hal+json", null, "", 404, HalUtf8, """{"error":"No pacticipant with name 'Nope' found"}""" },
        { "the same as a problem", "GET", "/pacticipants/Nope", "application/hal+json, application/problem+json", null, "", 404, ProblemUtf8, """{"title":"Not found","type":"http://example.org/problem/not-found","detail":"No pacticipant with name 'Nope' found","status":404}""" },
        { "the same as a problem alone", "GET", "/pacticipants/Nope", "application/problem+json", null, "", 406, null, "" },
        { "unknown route", "GET", "/nothing/here", "application/hal+json", null, "", 404, "application/json;charset=utf-8", null },
        { "invalid environment", "POST", "/environments", "application/hal+json", """{"name":"my env"}""", "application/json", 400, HalUtf8, """{"errors":{"name":["cannot contain spaces"],"production":["is missing"]}}""" },
        { "no pacticipant in a selector", "GET", "/matrix?q[][version]=1", "application/hal+json", null, "", 400, HalUtf8, null },
        { "no pacticipant to deploy", "GET", "/can-i-deploy?version=1&environment=prod", "application/hal+json", null, "", 400, HalUtf8, """{"errors":{"pacticipant":["is missing"]}}""" },
        { "a tag as text", "PUT", "/pacticipants/Foo/versions/1/tags/prod", "application/hal+json", "x", "text/plain", 415, HalUtf8, "" },
        { "a tag without body, and without a type", "PUT", "/pacticipants/Foo/versions/1/tags/prod", "application/hal+json", null, "", 415, HalUtf8, "" },
        { "a publication without a type", "POST", "/contracts/publish", "application/hal+json", null, "", 415, HalUtf8, "" },
        { "no version number", "POST", "/contracts/publish", "application/hal+json", """{"pacticipantName":"Shop","contracts":[{"consumerName":"Shop","providerName":"Stock","specification":"pact","contentType":"application/json","content":"e30="}]}""", "application/json", 400, HalUtf8, """{"errors":{"pacticipantVersionNumber":["is missing"]}}""" },
        { "bad Base64", "POST", "/contracts/publish", "application/hal+json", """{"pacticipantName":"Shop","pacticipantVersionNumber":"1","contracts":[{"consumerName":"Shop","providerName":"Stock","specification":"pact","contentType":"application/json","content":"%%%"}]}""", "application/json", 400, HalUtf8, """{"errors":{"contracts":["content is not valid Base64 (at index 0)"]}}""" },
        { "a problem of a path segment", "PUT", "/webhooks/short", "application/hal+json, application/problem+json", """{"request":{"method":"POST","url":"https://x"}}""", "application/json", 400, ProblemUtf8, null },
    };
}
