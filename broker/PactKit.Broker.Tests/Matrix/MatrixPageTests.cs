using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Matrix;

public abstract class MatrixPageTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string Browser = "text/html,application/xhtml+xml";

    [Theory]
    [InlineData("/matrix")]
    [InlineData("/can-i-deploy")]
    public async Task The_form_asks_for_pacticipant_version_and_environment(string path)
    {
        await Given.TellAsync("env test; Foo 1 -> Bar");
        var page = await Given.Get(path, Browser);
        Assert.Equal((HttpStatusCode.OK, "text/html;charset=utf-8"), (page.Status, page.ContentType));
        Assert.Contains("action=\"/can-i-deploy\"", page.Text, StringComparison.Ordinal);
        foreach (var name in new[] { "pacticipant", "version", "environment" }) Assert.Contains($"name=\"{name}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"test\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Foo\"", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Foo 1 -> Bar; Bar 2 ok Foo 1; Bar 2 deployed test", "Yes, this can be deployed", "results are published and successful")]
    [InlineData("Foo 1 -> Bar; Bar 2 fail Foo 1; Bar 2 deployed test", "No, this cannot be deployed", "the verification failed")]
    [InlineData("Foo 1 -> Bar; Bar 2 deployed test", "Not known: results are missing", "was not yet verified")]
    public async Task The_answer_says_yes_no_or_not_known_and_why(string story, string headline, string reason)
    {
        await Given.TellAsync("env test; Bar 2; " + story);
        foreach (var url in new[] { "/can-i-deploy?pacticipant=Foo&version=1&environment=test", "/matrix?q[][pacticipant]=Foo&q[][version]=1&environment=test&latestby=cvpv" })
        {
            var page = await Given.Get(url, Browser);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(headline, page.Text, StringComparison.Ordinal);
            Assert.Contains(reason, page.Text, StringComparison.Ordinal);
            Assert.Contains("value=\"Foo\"", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_row_links_to_the_pact_and_to_the_result()
    {
        await Given.TellAsync("Foo 1 -> Bar; Bar 2 ok Foo 1");
        var json = (await Given.Get("/matrix/provider/Bar/consumer/Foo")).Json["matrix"]![0]!;
        var page = await Given.Get("/matrix/provider/Bar/consumer/Foo", Browser);
        foreach (var link in new[] { json["pact"], json["verificationResult"] })
        {
            var href = new Uri((string)link!["_links"]!["self"]!["href"]!).AbsolutePath;
            Assert.Contains($"href=\"{href}\"", page.Text, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.NotFound, (await Given.Get(href)).Status);
        }
    }

    [Theory]
    [InlineData("/can-i-deploy?pacticipant=&version=1&environment=test", "pacticipant must be filled")]
    [InlineData("/can-i-deploy?pacticipant=Nobody&version=1&environment=test", "pacticipant does not match an existing pacticipant")]
    [InlineData("/can-i-deploy?pacticipant=Foo&version=1&environment=", "one of environment and to is needed")]
    [InlineData("/matrix?q[][pacticipant]=Nobody", "Pacticipant Nobody not found")]
    [InlineData("/matrix?q[][version]=1", "Name the pacticipant")]
    public async Task A_question_without_answer_is_400_and_says_what_is_wrong(string url, string message)
    {
        await Given.TellAsync("env test; Foo 1 -> Bar");
        var page = await Given.Get(url, Browser);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("This question cannot be answered", page.Text, StringComparison.Ordinal);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_at_fixed_addresses_are_pages_for_browsers_and_documents_for_clients()
    {
        await Given.TellAsync("env test; Foo 1 [dev] {main} -> Bar; Bar 2 ok Foo 1; Bar 2 deployed test; Bar 2 [prod]");
        foreach (var url in new[] { "/pacticipants/Foo/latest-version/dev/can-i-deploy/to/prod", "/pacticipants/Foo/branches/main/latest-version/can-i-deploy/to-environment/test" })
        {
            Assert.Contains("Yes, this can be deployed", (await Given.Get(url, Browser)).Text, StringComparison.Ordinal);
            Assert.True((bool)(await Given.Get(url)).Json["summary"]!["deployable"]!);
        }
    }

    [Fact]
    public async Task Names_are_encoded()
    {
        await Given.Version("<script>", "1");
        var page = await Given.Get("/matrix?q[][pacticipant]=%3Cscript%3E", Browser);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
    }
}

public sealed class MatrixPageOnSqliteTests(SqliteBroker db) : MatrixPageTests<SqliteBroker>(db);

public sealed class MatrixPageOnPostgresTests(PostgresBroker db) : MatrixPageTests<PostgresBroker>(db);
