using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace PactKit.Cli.Tests;

/// <summary>Against our own broker over a real connection: publish, verify, may I deploy, deploy.</summary>
public sealed class WholeLoopTests(RealBroker broker) : IClassFixture<RealBroker>
{
    private CommandLine Cli()
    {
        var cli = new CommandLine { OverTheNetwork = true };
        cli.Environment["PACT_BROKER_BASE_URL"] = broker.Url;
        return cli;
    }

    private static string Pact(string consumer, string provider, string path) => $$"""
        {"consumer":{"name":"{{consumer}}"},"provider":{"name":"{{provider}}"},"metadata":{"pactSpecification":{"version":"3.0.0"} },
         "interactions":[{"description":"asks","request":{"method":"GET","path":"{{path}}"},"response":{"status":200,"body":{"ok":true} } }]}
        """;

    private static async Task<WebApplication> ProviderAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        var app = builder.Build();
        app.MapGet("/works", () => Microsoft.AspNetCore.Http.Results.Json(new { ok = true }));
        await app.StartAsync();
        return app;
    }

    [Fact]
    public async Task A_contract_is_published_verified_and_deployed()
    {
        using var cli = Cli();
        cli.Write("pacts/shop-stock.json", Pact("Shop", "Stock", "/works"));
        string[] mayIDeploy = ["can-i-deploy", "-a", "Shop", "-e", "1", "--to-environment", "live"];

        Assert.Equal(0, await cli.RunAsync("create-environment", "--name", "live", "--production"));
        Assert.Equal(0, await cli.RunAsync("publish", "pacts", "-a", "1", "--branch", "main", "--tag", "dev"));
        Assert.Equal(1, await cli.RunAsync(mayIDeploy));
        Assert.Contains("Computer says no", cli.Out, StringComparison.Ordinal);

        await using var provider = await ProviderAsync();
        var verified = await cli.RunAsync(
            "verify", "-n", "Stock", "--provider-base-url", provider.Urls.First(), "--publish", "--provider-version", "9", "--provider-branch", "main");
        Assert.True(verified == 0, cli.Out + cli.Error);
        Assert.Equal(0, await cli.RunAsync("record-deployment", "-a", "Stock", "-e", "9", "--environment", "live"));
        Assert.Equal(0, await cli.RunAsync(mayIDeploy));
        Assert.Contains("Computer says yes", cli.Out, StringComparison.Ordinal);
        Assert.Matches(@"\| Shop +\| 1 +\| Stock +\| 9 +\| true +\| 1 +\|", cli.Out);
        Assert.Equal(0, await cli.RunAsync("record-deployment", "-a", "Shop", "-e", "1", "--environment", "live"));
        Assert.Equal(0, await cli.RunAsync("can-i-merge", "-a", "Shop", "-e", "1"));

        Assert.Equal(0, await cli.RunAsync("describe-version", "-a", "Shop", "-e", "1"));
        Assert.Contains("Branches:    main", cli.Out, StringComparison.Ordinal);
        Assert.Contains("Deployed to: Live", cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("record-undeployment", "-a", "Shop", "--environment", "live"));
        Assert.Equal(1, await cli.RunAsync("record-undeployment", "-a", "Shop", "--environment", "live"));
        Assert.Contains("Shop is not currently deployed to live", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_verification_keeps_a_version_back()
    {
        using var cli = Cli();
        cli.Write("pact.json", Pact("Broken Shop", "Broken Stock", "/missing"));
        await using var provider = await ProviderAsync();
        Assert.Equal(0, await cli.RunAsync("publish", "pact.json", "-a", "1", "--branch", "feat/x"));
        Assert.Equal(1, await cli.RunAsync(
            "verify", "-n", "Broken Stock", "--provider-base-url", provider.Urls.First(), "--publish", "--provider-version", "2",
            "--consumer-version-selectors", "{\"branch\":\"feat/x\"}"));
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "Broken Shop", "-e", "1", "-a", "Broken Stock", "-e", "2", "-o", "json"));
        using var answer = JsonDocument.Parse(cli.Out);
        Assert.False(answer.RootElement.GetProperty("summary").GetProperty("deployable").GetBoolean());
    }

    [Fact]
    public async Task A_published_contract_cannot_be_changed_under_the_same_version()
    {
        using var cli = Cli();
        cli.Write("pact.json", Pact("Fickle", "Steady", "/a"));
        Assert.Equal(0, await cli.RunAsync("publish", "pact.json", "-a", "1"));
        cli.Write("pact.json", Pact("Fickle", "Steady", "/b"));
        Assert.Equal(1, await cli.RunAsync("publish", "pact.json", "-a", "1"));
        Assert.Contains("409", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environments_pacticipants_versions_tags_and_branches_can_be_looked_after()
    {
        using var cli = Cli();
        Assert.Equal(0, await cli.RunAsync("create-environment", "--name", "qa", "--contact-name", "us", "-o", "id"));
        var uuid = cli.Out.Trim();
        Assert.Equal(0, await cli.RunAsync("update-environment", "--uuid", uuid, "--display-name", "Quality"));
        Assert.Equal(0, await cli.RunAsync("describe-environment", "--uuid", uuid));
        Assert.Contains("Quality", cli.Out, StringComparison.Ordinal);
        Assert.Contains("us", cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("delete-environment", "--uuid", uuid));
        Assert.Equal(1, await cli.RunAsync("describe-environment", "--uuid", uuid));

        Assert.Equal(0, await cli.RunAsync("create-or-update-pacticipant", "--name", "Kept", "--main-branch", "main"));
        Assert.Equal(0, await cli.RunAsync("create-or-update-pacticipant", "--name", "Kept", "--repository-url", "https://git.test/kept"));
        Assert.Equal(0, await cli.RunAsync("describe-pacticipant", "--name", "Kept"));
        Assert.Contains("Main branch:    main", cli.Out, StringComparison.Ordinal);
        Assert.Contains("https://git.test/kept", cli.Out, StringComparison.Ordinal);

        Assert.Equal(0, await cli.RunAsync("create-or-update-version", "-a", "Kept", "-e", "1", "--branch", "feat/ü & co", "-t", "dev"));
        Assert.Equal(1, await cli.RunAsync("create-version-tag", "-a", "Kept", "-e", "2", "-t", "dev"));
        Assert.Equal(0, await cli.RunAsync("create-version-tag", "-a", "Kept", "-e", "2", "-t", "a/b", "--auto-create-version"));
        Assert.Equal(0, await cli.RunAsync("describe-version", "-a", "Kept", "-l", "a/b"));
        Assert.Contains("Version:     2", cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("delete-version-tag", "-a", "Kept", "-e", "2", "-t", "a/b"));
        Assert.Equal(0, await cli.RunAsync("delete-branch", "-a", "Kept", "--branch", "feat/ü & co"));
        Assert.Equal(0, await cli.RunAsync("delete-branch", "-a", "Kept", "--branch", "feat/ü & co"));
        Assert.Equal(1, await cli.RunAsync("delete-branch", "-a", "Kept", "--branch", "feat/ü & co", "--error-when-not-found"));
        Assert.Equal(0, await cli.RunAsync("create-environment", "--name", "shelf"));
        Assert.Equal(0, await cli.RunAsync("record-release", "-a", "Kept", "-e", "1", "--environment", "shelf"));
        Assert.Equal(0, await cli.RunAsync("record-support-ended", "-a", "Kept", "-e", "1", "--environment", "shelf"));
        Assert.Equal(1, await cli.RunAsync("record-support-ended", "-a", "Kept", "-e", "1", "--environment", "shelf"));
        Assert.Equal(0, await cli.RunAsync("list-pacticipants"));
        Assert.Contains("| Kept ", cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pacts_are_listed_and_downloaded_by_branch()
    {
        using var cli = Cli();
        cli.Write("pact.json", Pact("Reader", "Library/Ü", "/a"));
        Assert.Equal(0, await cli.RunAsync("publish", "pact.json", "-a", "1", "--branch", "main"));
        Assert.Equal(0, await cli.RunAsync("publish", "pact.json", "-a", "2", "--branch", "feat/x"));
        string[] get = ["get-pacts", "--provider", "Library/Ü"];
        foreach (var further in (string[][])[[], ["--latest"], ["--branch", "feat/x"], ["--branch", "feat/x", "--latest"],
            ["--consumer", "Reader"], ["--consumer", "Reader", "--latest"], ["--consumer", "Reader", "--branch", "feat/x"], ["--consumer", "Reader", "--branch", "feat/x", "--latest"]])
        {
            Assert.Equal(0, await cli.RunAsync([.. get, .. further]));
            Assert.Contains(further.Contains("feat/x") ? "/version/2" : "/version/1", cli.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, await cli.RunAsync([.. get, "--branch", "feat/x", "--download", "--download-dir", "got"]));
        var file = Assert.Single(Directory.GetFiles(cli.At("got")));
        using var pact = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal("Library/Ü", pact.RootElement.GetProperty("provider").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_webhook_is_kept_under_its_uuid()
    {
        using var cli = Cli();
        string[] put = ["create-or-update-webhook", "https://hook.test/x", "-X", "POST", "--uuid", "0123456789abcdefghij", "-d", "{\"a\":1}", "--contract-published"];
        Assert.Equal(0, await cli.RunAsync(put));
        Assert.StartsWith("Created", cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync(put));
        Assert.StartsWith("Updated", cli.Out, StringComparison.Ordinal);
        Assert.Equal(0, await cli.RunAsync("delete-webhook", "--uuid", "0123456789abcdefghij"));
        Assert.Equal(0, await cli.RunAsync("delete-webhook", "--uuid", "0123456789abcdefghij"));
        Assert.Contains("nothing to delete", cli.Out, StringComparison.Ordinal);
        Assert.Equal(1, await cli.RunAsync("create-webhook", "not an address", "-X", "POST"));
        Assert.Contains("request.url", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_about_an_application_the_broker_does_not_know_is_an_error()
    {
        using var cli = Cli();
        Assert.Equal(1, await cli.RunAsync("can-i-deploy", "-a", "Nobody At All", "-e", "1", "--to-environment", "live"));
        Assert.Contains("Nobody At All", cli.Error, StringComparison.Ordinal);
    }
}
