using System.Text;
using System.Text.Json;
using PactKit.Verifier.Sessions;
using PactNet.Exceptions;

namespace PactKit.XunitTests;

/// <summary>What a test says about its interaction.</summary>
public sealed class ResultTests : IDisposable
{
    private readonly Shop _shop = new() { Name = "Bulb" };

    private static InteractionCase Case(string description) =>
        new(InteractionsToVerify.FromFile("pacts/web-shop.json").Single(row => row.Interaction.Description == description));

    [Fact]
    public async Task A_failure_begins_with_the_difference()
    {
        await using var session = _shop.Open();

        var failure = await Assert.ThrowsAsync<PactVerificationFailedException>(() => session.VerifyAsync(Case("an article")));

        Assert.Equal(
            """
            Body
              $.name: Expected 'Bulb' (String) to be equal to 'Lamp' (String)
              (- expected, + actual)
            """.ReplaceLineEndings("\n"),
            string.Join('\n', failure.Message.Split('\n').Take(3)));
        Assert.Contains("\nweb: an article (given article 7 exists and it is in stock)\nof ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The request of the pact:\n  GET /articles/7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The provider's response:\n  200", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_has_a_structured_report_attached()
    {
        await using var session = _shop.Open();
        await Assert.ThrowsAsync<PactVerificationFailedException>(() => session.VerifyAsync(Case("an article")));

        var attachment = TestContext.Current.Attachments![SessionTestExtensions.Attachment];
        var json = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(attachment.AsByteArray().ByteArray));
        Assert.False(json.GetProperty("result").GetBoolean());
        Assert.Equal("an article", Assert.Single(json.GetProperty("interactionResults").EnumerateArray()).GetProperty("description").GetString());
    }

    [Fact]
    public async Task An_interaction_that_is_kept_leaves_no_attachment()
    {
        await using var session = _shop.Open();

        await session.VerifyAsync(Case("an article nobody has"));

        Assert.Empty(TestContext.Current.Attachments ?? new Dictionary<string, Xunit.Sdk.TestAttachment>());
    }

    [Fact]
    public async Task A_pending_interaction_is_shown_and_fails_nothing()
    {
        await using var session = _shop.Open();

        await session.VerifyAsync(Case("the price of an article"));

        Assert.Contains("Pending: ", Assert.Single(TestContext.Current.Warnings!), StringComparison.Ordinal);
        Assert.Contains("It is pending, so this does not fail the test:\nStatus\n", TestContext.Current.TestOutputHelper!.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_are_set_up_and_undone_for_each_interaction()
    {
        await using var session = _shop.Open();

        await session.ReportAsync(Case("an article").Interaction);
        await session.ReportAsync(Case("an article nobody has").Interaction);
        await session.ReportAsync(Case("the price of an article").Interaction);

        Assert.Equal(
            [
                "+article 7 exists", "+it is in stock", "/articles/7", "-article 7 exists",
                "/articles/404",
                "+article 7 exists", "/articles/7/price", "-article 7 exists",
            ],
            _shop.Log);
    }

    [Fact]
    public async Task A_state_without_a_handler_is_named()
    {
        await using var session = new PactNet.Verifier.PactVerifier("shop").WithHttpEndpoint(_shop).WithInteractionsFromTests()
            .WithProviderStates(_ => { }).OpenSession();

        var failure = await Assert.ThrowsAsync<PactVerificationFailedException>(() => session.VerifyAsync(Case("an article")));

        Assert.Contains("'article 7 exists'", failure.Message.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_console()
    {
        var console = Console.Out;
        await using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            await using var session = _shop.Open();
            await session.ReportAsync(Case("an article").Interaction);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("", written.ToString());
    }

    public void Dispose() => _shop.Dispose();
}
