using System.Text;
using PactKit.Model;
using PactKit.Verifier;

namespace PactKit.AspNetCoreTests;

public sealed class MessageTests : IDisposable
{
    private readonly Pacts _pacts = new();
    private readonly Shop _shop = new();

    [Fact]
    public async Task A_message_is_made_with_services_after_its_state_is_set()
    {
        _pacts.Message("a user was created", new { id = 7, name = "Ada" }, new { name = "user 7 exists" });

        var report = await Verify.Shop()
            .WithMessages(_shop.Services, messages => messages.Add("a user was created", (UserEvents events) => events.Created(7)))
            .WithFileSource(_pacts.File(messages: true))
            .WithProviderStates<UserStates>(_shop.Services)
            .ReportAsync();

        Assert.True(report.Success, Errors(report));
    }

    [Fact]
    public async Task A_producer_may_be_asynchronous_and_take_the_interaction_and_parameters_of_its_states()
    {
        _pacts.Message("a user was created", new { id = 7, name = "a user was created" }, new Dictionary<string, object> { ["name"] = "a user", ["params"] = new { id = 7 } });

        var report = await Run(messages => messages.Add("A USER was created", async (Interaction interaction, int id, CancellationToken cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return new ShopUser(id, interaction.Description);
        }));

        Assert.True(report.Success, Errors(report));
    }

    [Fact]
    public async Task A_producer_may_make_the_whole_message()
    {
        _pacts.Message("a user was created", new { id = 7 });

        var report = await Run(messages => messages.Add(
            "a user was created",
            () => new MessageContents { Contents = Body.Of(Encoding.UTF8.GetBytes("""{"id":7}"""), ContentType.Json) }));

        Assert.True(report.Success, Errors(report));
    }

    [Fact]
    public async Task A_producer_of_an_answer_gets_the_question_as_the_type_it_takes()
    {
        _pacts.Question("a question for a user", new { id = 7, name = "?" }, new { id = 7, name = "Ada" });

        var report = await Run(messages => messages.Add("a question for a user", (ShopUser request) => request with { Name = "Ada" }));

        Assert.True(report.Success, Errors(report));
    }

    [Fact]
    public async Task A_message_that_differs_fails()
    {
        _pacts.Message("a user was created", new { id = 7 });

        Assert.False((await Run(messages => messages.Add("a user was created", () => new { id = 8 }))).Success);
    }

    [Fact]
    public async Task A_producer_that_throws_fails_the_message_with_its_reason()
    {
        _pacts.Message("a user was created", new { id = 7 });

        Assert.Contains("There is no user 7.", Errors(await Run(messages => messages.Add("a user was created", (UserEvents events) => events.Created(7)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_has_one_producer() =>
        Assert.Throws<ArgumentException>(() => new ProviderMessages().Add("x", () => 1).Add("X", () => 2));

    public void Dispose()
    {
        _shop.Dispose();
        _pacts.Dispose();
    }

    private Task<VerificationReport> Run(Action<ProviderMessages> configure) =>
        Verify.Shop().WithMessages(_shop.Services, configure).WithFileSource(_pacts.File(messages: true)).ReportAsync();

    private static string Errors(VerificationReport report) =>
        string.Join("; ", report.Errors.Concat(report.Pacts.SelectMany(pact => pact.Interactions).Select(interaction => interaction.Error ?? string.Join(", ", interaction.Mismatches))));
}
