using PactKit.Broker.Docs;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Docs;

/// <summary>Sends an operation what it should take and what it should not, and tells the statuses it answered.</summary>
internal sealed class OperationProbe(BrokerFixture fixture, TestData given)
{
    private const string Hook = "00000000-0000-0000-0000-000000000001";
    private const string Pact = """{"interactions":[{"description":"1","request":{"method":"GET","path":"/"},"response":{"status":200}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""";
    private static readonly string OtherPact = Pact.Replace("GET", "POST", StringComparison.Ordinal);
    private Dictionary<string, string> _known = [];
    private string _webhookLog = "";
    private bool _fresh;

    public async Task<HashSet<int>> StatusesAsync(Operation operation)
    {
        var seen = new HashSet<int>();
        foreach (var attempt in Attempts(operation))
        {
            if (!_fresh) await SetUpAsync();
            var answer = await attempt();
            seen.Add((int)answer.Status);
            _fresh = operation.Method == "GET" || (int)answer.Status >= 400;
        }

        return seen;
    }

    private IEnumerable<Func<Task<Answer>>> Attempts(Operation operation)
    {
        var method = new HttpMethod(operation.Method);
        var type = operation.BodyTypes[^1];
        string Url(string? without = null) => string.Join('/', operation.Path.Split('/').Select(segment => !segment.StartsWith('{') ? segment : segment.Trim('{', '}') == without ? "nope-0000-0000-0000-0000" : Known(operation, segment.Trim('{', '}'))));
        Func<Task<Answer>> Send(string? without, object? body, string contentType, string query = "", string accept = TestData.Hal) => () => given.Send(method, Url(without) + query, body, contentType, accept);

        // HAL, and what the resource offers first: some answer both.
        foreach (var query in Queries(operation)) yield return Send(null, Body(operation, fine: true), type, query);
        if (operation.Types[0] != TestData.Hal) yield return Send(null, Body(operation, fine: true), type, Queries(operation)[0], "*/*");
        foreach (var placeholder in operation.Path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'))) yield return Send(placeholder, Body(operation, fine: true), type, Queries(operation)[0]);
        if (operation.Method == "GET") yield return () => Conditional(Url());
        if (operation is { Method: "POST", Body: "Nothing" }) yield return () => given.Post(Url().Replace("/versions/1/", "/versions/2/", StringComparison.Ordinal), "{}");
        if (operation.Body is null) yield break;
        yield return Send(null, "{", type);
        yield return Send(null, "x", "text/plain");
        yield return Send(null, Body(operation, fine: false), type);
        if (operation.Body == "Webhook" && operation.Path != "/webhooks/{uuid}") yield break;
        foreach (var other in Others(operation)) yield return Send(null, other, type);
    }

    private async Task<Answer> Conditional(string url)
    {
        using var client = fixture.CreateClient();
        client.DefaultRequestHeaders.Add("If-None-Match", "*");
        return await new TestData(client).Get(url);
    }

    private static string[] Queries(Operation operation) => operation.Path switch
    {
        "/matrix" => ["?q[][pacticipant]=Foo&q[][version]=1&environment=test", "?q[][version]=1"],
        "/can-i-deploy" => ["?pacticipant=Foo&version=1&environment=test", "?version=1"],
        "/matrix/provider/{provider}/consumer/{consumer}" => ["?latestby=cvpv", "?limit=0"],
        _ when operation.Path.EndsWith("/for-verification", StringComparison.Ordinal) && operation.Method == "GET" => ["", "?consumer_version_selectors[][latest]=true"],
        _ when operation.Query.Contains("page") => ["", "?page=0"],
        _ => [""],
    };

    /// <summary>Further bodies: those that contradict what is there, and those that cannot be set back.</summary>
    private static IEnumerable<string> Others(Operation operation) => operation.Body switch
    {
        "Pact" => [OtherPact],
        "PublishContracts" => [System.Text.Json.JsonSerializer.Serialize(TestData.PublishBody("Foo", "1", "Bar", OtherPact))],
        "Undeployment" => ["""{"currentlyDeployed":true}"""],
        "EndOfSupport" => ["""{"currentlySupported":true}"""],
        "NewPacticipant" => ["{}"],
        _ => [],
    };

    private static object? Body(Operation operation, bool fine) => operation.Body switch
    {
        null => null,
        "Pact" => fine ? Pact : """{"consumer":{"name":"Other"}}""",
        "PublishContracts" => fine ? TestData.PublishBody("Foo", "1", "Bar", Pact) : "{}",
        "VerificationResult" => fine ? """{"success":true,"providerApplicationVersion":"2"}""" : "{}",
        "Environment" => fine ? """{"name":"fresh","production":false}""" : "{}",
        "Webhook" => fine ? """{"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}""" : "{}",
        "NewPacticipant" or "Pacticipant" => fine ? """{"name":"Foo"}""" : """{"mainBranch":" "}""",
        "PactsForVerification" => fine ? "{}" : """{"consumerVersionSelectors":null}""",
        "Undeployment" => fine ? """{"currentlyDeployed":false}""" : "[]",
        "EndOfSupport" => fine ? """{"currentlySupported":false}""" : "[]",
        "Deployment" => fine ? "{}" : """{"applicationInstance":1}""",
        "Version" => fine ? "{}" : """{"buildUrl":1}""",
        _ => fine ? "{}" : "[]",
    };

    private string Known(Operation operation, string name) => (operation.Path, name) switch
    {
        ("/webhooks/{uuid}" or "/webhooks/{uuid}/execute", _) => Hook,
        ("/triggered-webhooks/{uuid}/logs", _) => _webhookLog,
        ("/deployed-versions/{uuid}", _) => _known["deployed"],
        ("/released-versions/{uuid}", _) => _known["released"],
        (_, "number") when operation.Path.Contains("verification-results/{number}", StringComparison.Ordinal) => _known["result"],
        (_, "number") when operation.Path.Contains("/version/{number}/previous-distinct", StringComparison.Ordinal) => "2",
        (_, "name") => operation.Path.Contains("/branch", StringComparison.Ordinal) ? "main" : "prod",
        (_, "other") => operation.Path.Contains("/pact-version/{other}", StringComparison.Ordinal) ? _known["sha"] : "2",
        _ => _known[name],
    };

    private async Task SetUpAsync()
    {
        await fixture.ResetAsync();
        await given.TellAsync("env test");
        await TestData.Ok(given.Put($"/webhooks/{Hook}", """{"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}"""));
        await given.Publish("Foo", "1", "Bar", Pact, "main", ["prod"]);
        await given.TellAsync("Foo 2 [prod] {main} -> Bar; Foo 2 deployed test; Foo 1 deployed test; Foo 1 released test; Bar 1 [prod] {main}");
        await TestData.Ok(given.Put("/pacticipants/Foo/labels/x"));
        // The latest pact without tags, and one that has a result.
        await given.TellAsync("Foo 3 -> Bar; Bar 1 ok Foo 3; Bar 1 ok Foo 2; Bar 1 ok Foo 1");
        var pact = await given.Get("/pacts/provider/Bar/consumer/Foo/version/1");
        var environment = await given.Environment("test");
        var result = await given.Get("/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest");
        var deployed = await given.Get($"/pacticipants/Foo/versions/1/deployed-versions/environment/{environment}");
        var released = await given.Get($"/pacticipants/Foo/versions/1/released-versions/environment/{environment}");
        var triggered = await given.Get("/pacts/provider/Bar/consumer/Foo/version/1/triggered-webhooks");
        _webhookLog = triggered.Json["_embedded"]!["triggeredWebhooks"]![0]!["_links"]!["pb:logs"]!["href"]!.GetValue<string>().Split('/')[^2];
        _known = new Dictionary<string, string>
        {
            ["pacticipant"] = "Foo", ["consumer"] = "Foo", ["provider"] = "Bar", ["number"] = "1", ["branch"] = "main", ["tag"] = "prod", ["toTag"] = "prod", ["providerTag"] = "prod",
            ["environment"] = "test", ["label"] = "x", ["sha"] = pact.Link("pb:pact-version").Split('/')[^1], ["metadata"] = "Y3ZuPTE", ["uuid"] = environment, ["result"] = result.Link("self").Split('/')[^1],
            ["deployed"] = (string)deployed.Json["_embedded"]!["deployedVersions"]![0]!["uuid"]!, ["released"] = (string)released.Json["_embedded"]!["releasedVersions"]![0]!["uuid"]!,
        };
        _fresh = true;
    }
}
