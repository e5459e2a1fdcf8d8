using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class MatrixQueryTests
{
    public static TheoryData<MatrixQuery, string> Questions => new()
    {
        { Ask(new MatrixSelector("A") { Version = "1" }), "q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true" },
        { Ask(new MatrixSelector("A") { Version = "1" }) with { ToTag = "prod" }, "q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true&tag=prod" },
        { Ask(new MatrixSelector("A") { Version = "1" }) with { ToEnvironment = "prod" }, "q[][pacticipant]=A&q[][version]=1&latestby=cvpv&environment=prod" },
        { Ask(new MatrixSelector("A") { Version = "1" }) with { ToMainBranch = true }, "q[][pacticipant]=A&q[][version]=1&latestby=cvp&latest=true&mainBranch=true" },
        { Ask(new MatrixSelector("A") { Version = "1" }, new("B") { Latest = true }), "q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B&q[][latest]=true&latestby=cvpv" },
        { Ask(new MatrixSelector("A") { Latest = true, Tag = "dev" }, new("B")) with { ToTag = "prod" }, "q[][pacticipant]=A&q[][latest]=true&q[][tag]=dev&q[][pacticipant]=B&latestby=cvpv&latest=true&tag=prod" },
        { Ask(new MatrixSelector("A") { MainBranch = true, Latest = true }) with { Ignore = [new("C"), new("D") { Version = "4" }], ToEnvironment = "p" }, "q[][pacticipant]=A&q[][latest]=true&q[][mainBranch]=true&ignore[][pacticipant]=C&ignore[][pacticipant]=D&ignore[][version]=4&latestby=cvpv&environment=p" },
        { Ask(new MatrixSelector("A & B") { Branch = "feat/ü" }) with { Limit = 5, LatestBy = "cp" }, "q[][pacticipant]=A%20%26%20B&q[][branch]=feat%2F%C3%BC&latestby=cp&latest=true&limit=5" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_asked_the_way_official_clients_ask_it(MatrixQuery query, string expected)
    {
        var sent = "GET /matrix?" + expected.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var fake = new FakeBroker().On(sent, """{"summary":{"deployable":true}}""");
        using var client = Client.Of(fake);
        Assert.True((await client.Matrix.AskAsync(query)).Succeeded);
        Assert.Equal([sent], fake.Requests);
    }

    [Fact]
    public async Task The_answer_has_rows_results_and_the_brokers_reasons()
    {
        var fake = new FakeBroker().On("GET /matrix?q%5B%5D%5Bpacticipant%5D=A&latestby=cvp&latest=true", """
            {"summary":{"deployable":null,"reason":"Because","success":1,"failed":0,"unknown":1},
             "notices":[{"type":"error","text":"Because"}],
             "matrix":[{"consumer":{"name":"A","version":{"number":"1"}},"provider":{"name":"B","version":{"number":"2"}},
                        "verificationResult":{"success":true,"_links":{"self":{"href":"http://x/1"}}}},
                       {"consumer":{"name":"A","version":{"number":"1"}},"provider":{"name":"C","version":null},"verificationResult":null,"ignored":true}]}
            """);
        using var client = Client.Of(fake);
        var answer = (await client.Matrix.AskAsync(Ask(new MatrixSelector("A")))).ValueOrThrow();
        Assert.Null(answer.Deployable);
        Assert.Equal((1, "Because"), (answer.Unknown, answer.Reason));
        Assert.Equal([new BrokerNotice("error", "Because")], answer.Notices);
        Assert.Equal(
            [
                new MatrixRow { Consumer = "A", ConsumerVersion = "1", Provider = "B", ProviderVersion = "2", Success = true, ResultUrl = "http://x/1" },
                new MatrixRow { Consumer = "A", ConsumerVersion = "1", Provider = "C", Ignored = true },
            ],
            answer.Rows);
    }

    private static MatrixQuery Ask(params MatrixSelector[] selectors) => new() { Selectors = selectors };
}
