using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Verifier;

namespace PactKit.AspNetCoreTests;

public sealed class StateTests : IDisposable
{
    private readonly Pacts _pacts = new();
    private readonly Shop _shop = new();

    [Fact]
    public async Task A_placeholder_of_the_name_becomes_an_argument()
    {
        _pacts.Http("a user", "GET", "/users/7", 200, new { id = 7, name = "Ada" }, "user 7 exists");

        await Succeeds(states => states.On("user {id} exists", (int id, UserStore users) => { users.Add(new ShopUser(id, "Ada")); }));
    }

    [Fact]
    public async Task Parameters_of_the_pact_become_arguments_of_their_types()
    {
        object? seen = null;
        _pacts.Http("health", "GET", "/health", 200, state: State("all kinds", new
        {
            number = 7,
            text = "seven",
            numberAsText = "7",
            flag = true,
            day = "2026-11-22",
            kind = "Monday",
            user = new { id = 1, name = "Ada" },
            list = new[] { 1, 2 },
            textOfNumber = 12,
        }));

        await Succeeds(states => states.On(
            "all kinds",
            (int number, string text, int numberAsText, bool flag, DateOnly day, DayOfWeek kind, ShopUser user, int[] list, string textOfNumber, string? missing, int other = 5) =>
            {
                seen = (number, text, numberAsText, flag, day, kind, user, string.Join('+', list), textOfNumber, missing, other);
            }));

        Assert.Equal((7, "seven", 7, true, new DateOnly(2026, 11, 22), DayOfWeek.Monday, new ShopUser(1, "Ada"), "1+2", "12", (string?)null, 5), seen);
    }

    [Fact]
    public async Task Names_compare_ignoring_case_and_an_exact_name_goes_before_a_placeholder()
    {
        var called = new List<string>();
        _pacts.Http("health", "GET", "/health", 200, state: "User ADMIN exists");

        await Succeeds(states => states
            .On("user {name} exists", () => { called.Add("any"); })
            .On("user admin exists", () => { called.Add("admin"); }));

        Assert.Equal(["admin"], called);
    }

    [Fact]
    public async Task Services_come_from_a_scope_that_ends_with_the_change()
    {
        Session? session = null;
        _pacts.Http("a user", "GET", "/users/1", 200, state: "user 1 exists");

        await Succeeds(states => states.On("user {id} exists", async (int id, Session fromScope, CancellationToken cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            Assert.False(fromScope.Disposed);
            session = fromScope;
            fromScope.Users.Add(new ShopUser(id, "Ada"));
        }));

        Assert.True(session!.Disposed);
    }

    [Fact]
    public async Task A_state_is_undone_after_its_interaction()
    {
        _pacts.Http("a user", "GET", "/users/3", 200, state: "user 3 exists");

        await Succeeds(states => states.On(
            "user {id} exists",
            (int id, UserStore users) => { users.Add(new ShopUser(id, "Ada")); },
            teardown: (int id, UserStore users) => users.Remove(id)));

        Assert.Null(_shop.Services.GetRequiredService<UserStore>().Find(3));
    }

    [Fact]
    public async Task Methods_with_the_attribute_are_handlers()
    {
        _pacts.Http("a user", "GET", "/users/4", 200, new { id = 4, name = "Grace" }, State("user 4 exists", new { name = "Grace" }));

        var report = await Verify.Shop().WithHttpEndpoint(_shop).WithFileSource(_pacts.File()).WithProviderStates<UserStates>(_shop.Services).ReportAsync();

        Assert.True(report.Success, Errors(report));
        Assert.Null(_shop.Services.GetRequiredService<UserStore>().Find(4));
    }

    [Fact]
    public async Task A_handler_class_is_disposed_after_the_change_and_may_have_static_methods()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "a resource").Http("old", "GET", "/old", 302, state: "nothing special");

        await Succeeds(states => states.AddFrom<Resource>());

        Assert.Equal(["made", "used", "disposed"], Resource.Log);
    }

    [Fact]
    public async Task Values_that_a_handler_returns_feed_the_generators_of_the_pact()
    {
        _pacts.Http("a generated user", "GET", "/users/0", 200, state: "a user exists");
        var file = _pacts.File();
        var text = File.ReadAllText(file.FullName).Replace(
            "\"path\":\"/users/0\"",
            """
            "path":"/users/0","generators":{"path":{"type":"ProviderState","expression":"/users/${id}","dataType":"STRING"}}
            """,
            StringComparison.Ordinal);
        File.WriteAllText(file.FullName, text);

        var report = await Verify.Shop().WithHttpEndpoint(_shop).WithFileSource(file)
            .WithProviderStates(_shop.Services, states => states.On("a user exists", async (UserStore users) =>
            {
                await Task.Yield();
                return new { id = users.Add(new ShopUser(81, "Ada")).Id };
            }))
            .ReportAsync();

        Assert.True(report.Success, Errors(report));
    }

    [Fact]
    public async Task An_unknown_state_fails_with_the_known_ones()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "user 1 exsits");

        Assert.Contains(
            "No handler for the provider state 'user 1 exsits': known are 'user {id} exists', 'nobody'. Names come from the pact, word for word.",
            await Error(states => states.On("user {id} exists", () => { }).On("nobody", () => { })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_for_all_others_takes_what_is_unknown()
    {
        string? name = null;
        _pacts.Http("health", "GET", "/health", 200, state: "anything");

        await Succeeds(states => states.Otherwise((Model.ProviderState state) => { name = state.Name; }));

        Assert.Equal("anything", name);
    }

    [Fact]
    public async Task A_handler_that_throws_fails_the_interaction_with_its_reason()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "broken");

        Assert.Contains(
            "The setup handler of the state 'broken' (a lambda) failed. InvalidOperationException: no database",
            await Error(states => states.On("broken", () => { throw new InvalidOperationException("no database"); })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cause_behind_a_handlers_failure_is_told_too()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "broken");

        Assert.Contains(
            "failed. InvalidOperationException: not saved (IOException: disk full)",
            await Error(states => states.On("broken", () => { throw new InvalidOperationException("not saved", new IOException("disk full")); })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_without_a_value_fails_with_its_name()
    {
        _pacts.Http("health", "GET", "/health", 200, state: State("a user", new { nmae = "Ada" }));

        Assert.Contains(
            "There is no value for the parameter 'name' (String) of the handler: the state 'a user' gives 'nmae', and the container has no such service.",
            await Error(states => states.On("a user", (string name) => { _ = name; })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_of_another_type_fails_with_both()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "user seven exists");

        Assert.Contains(
            "The state 'user seven exists' gives \"seven\" for 'id', and the handler takes Int32.",
            await Error(states => states.On("user {id} exists", (int id) => { _ = id; })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_teardown_returns_and_what_stands_behind_a_plain_task_are_no_values()
    {
        static Task CountedAsync() => Task.FromResult(7);
        _pacts.Http("health", "GET", "/health", 200, state: "a number");

        await Succeeds(states => states.On("a number", CountedAsync, teardown: () => Task.FromResult(7)));
    }

    [Fact]
    public async Task A_single_value_is_no_set_of_values()
    {
        _pacts.Http("health", "GET", "/health", 200, state: "a number");

        Assert.Contains("return an object whose members are the values", await Error(states => states.On("a number", () => 7)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_has_one_handler()
    {
        var failure = Assert.Throws<ArgumentException>(() => new ProviderStates().On("x", () => { }).On("X", () => { }));

        Assert.StartsWith("The state 'X' has a setup handler already: a lambda.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_handlers_is_refused() =>
        Assert.Contains("has no method with a [ProviderState", Assert.Throws<ArgumentException>(() => new ProviderStates().AddFrom<UserStore>()).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        _shop.Dispose();
        _pacts.Dispose();
    }

    private static Dictionary<string, object> State(string name, object parameters) =>
        new Dictionary<string, object> { ["name"] = name, ["params"] = parameters };

    private static string Errors(VerificationReport report) =>
        string.Join("; ", report.Pacts.SelectMany(pact => pact.Interactions).Select(interaction => interaction.Error ?? string.Join(", ", interaction.Mismatches)));

    private async Task Succeeds(Action<ProviderStates> configure)
    {
        var report = await Run(configure);
        Assert.True(report.Success, Errors(report));
    }

    private async Task<string> Error(Action<ProviderStates> configure) => Errors(await Run(configure));

    private Task<VerificationReport> Run(Action<ProviderStates> configure) =>
        Verify.Shop().WithHttpEndpoint(_shop).WithFileSource(_pacts.File()).WithProviderStates(_shop.Services, configure).ReportAsync();
}

internal sealed class UserStates(UserStore users)
{
    [ProviderState("user {id} exists")]
    public async Task Exists(int id, string name = "Ada")
    {
        await Task.Yield();
        users.Add(new ShopUser(id, name));
    }

    [ProviderState("user {id} exists", Teardown = true)]
    public void ExistsNoMore(int id) => users.Remove(id);
}

internal sealed class Resource : IAsyncDisposable
{
    private readonly string _use;

    public Resource()
    {
        Log.Add("made");
        _use = "used";
    }

    public static List<string> Log { get; } = [];

    [ProviderState("nothing special")]
    public static void Nothing() { }

    [ProviderState("a resource")]
    public void Use() => Log.Add(_use);

    public ValueTask DisposeAsync()
    {
        Log.Add("disposed");
        return ValueTask.CompletedTask;
    }
}
