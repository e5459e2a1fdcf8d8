using PactKit.Model;
using PactNet.Exceptions;
using Refit;

namespace PactKit.RefitTests;

public sealed class CoverageTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string?>> NoQuery = new Dictionary<string, IReadOnlyList<string?>>();

    [Fact]
    public void An_interaction_belongs_to_the_method_of_its_verb_and_path()
    {
        var coverage = Of(Get("a user", "/v2/users/7"), Interaction("a new user", "POST", "/v2/users"));

        Assert.Equal(["a user"], Descriptions(coverage, nameof(ISmallApi.GetUser)));
        Assert.Equal(["a new user"], Descriptions(coverage, nameof(ISmallApi.Create)));
        Assert.Empty(Descriptions(coverage, nameof(ISmallApi.Delete)));
    }

    [Fact]
    public void A_literal_path_goes_before_a_placeholder()
    {
        var coverage = Of(Get("me", "/v2/users/me"));

        Assert.Equal(["me"], Descriptions(coverage, nameof(ISmallApi.Me)));
        Assert.Empty(Descriptions(coverage, nameof(ISmallApi.GetUser)));
    }

    [Fact]
    public void The_query_tells_methods_of_one_path_apart()
    {
        var coverage = Of(
            Get("admins", "/v2/users", ("role", "admin")), Get("a page", "/v2/users", ("page", "2")), Get("everybody", "/v2/users"));

        Assert.Equal(["admins"], Descriptions(coverage, nameof(ISmallApi.Admins)));
        Assert.Equal(["a page"], Descriptions(coverage, nameof(ISmallApi.Page)));
        Assert.Equal(["everybody"], Descriptions(coverage, nameof(ISmallApi.All)));
    }

    [Fact]
    public void A_path_that_is_passed_through_takes_any_depth() =>
        Assert.Equal(["a file"], Descriptions(Of(Get("a file", "/v2/files/a/b/c.txt")), nameof(ISmallApi.File)));

    [Fact]
    public void What_no_method_sends_is_left_over()
    {
        var coverage = Of(Get("an old one", "/v1/users"));

        Assert.Equal("an old one", Assert.Single(coverage.Unused).Description);
    }

    [Fact]
    public void A_method_whose_address_is_an_argument_takes_what_no_other_does()
    {
        var coverage = PactCoverage.Of<IFollowingApi>(PactOf([Get("a user", "/users/1"), Get("next", "/pages/2")]));

        Assert.Equal(["next"], Descriptions(coverage, nameof(IFollowingApi.Follow)));
        Assert.Equal(["a user"], Descriptions(coverage, nameof(IFollowingApi.GetUser)));
    }

    [Fact]
    public void Methods_of_inherited_interfaces_count()
    {
        var coverage = PactCoverage.Of<IDerivedApi>(PactOf([Get("a user", "/users/1")]));

        Assert.Equal([nameof(IDerivedApi.Health), nameof(IFollowingApi.GetUser), nameof(IFollowingApi.Follow)], coverage.Methods.Select(method => method.Method.Name));
        Assert.Equal(["a user"], Descriptions(coverage, nameof(IFollowingApi.GetUser)));
    }

    [Fact]
    public void A_missing_interaction_fails_with_the_method_and_what_to_do()
    {
        var coverage = PactCoverage.Of<IFollowingApi>(PactOf([Get("next", "/pages/2")]));

        var failure = Assert.Throws<PactFailureException>(() => coverage.AssertComplete());
        Assert.Equal(
            "1 of 2 methods of IFollowingApi has no interaction in the pact between UserService and APIGateway:\n" +
            "  - GetUser(int id): GET /users/{id}\n" +
            "Add an interaction with WithRequest<IFollowingApi>(api => api.GetUser(…)), or leave the method out by name: AssertComplete(nameof(IFollowingApi.GetUser)).",
            failure.Message);
    }

    [Fact]
    public void A_method_may_be_left_out_by_name_and_the_name_is_checked()
    {
        var coverage = PactCoverage.Of<IFollowingApi>(PactOf([Get("next", "/pages/2")]));

        coverage.AssertComplete(nameof(IFollowingApi.GetUser));
        Assert.Throws<ArgumentException>(() => coverage.AssertComplete("Renamed"));
    }

    [Fact]
    public void A_complete_interface_passes()
    {
        var coverage = PactCoverage.Of<IFollowingApi>(PactOf([Get("a user", "/users/1"), Get("next", "/pages/2")]));

        Assert.True(coverage.IsComplete);
        coverage.AssertComplete();
    }

    [Fact]
    public void The_report_has_a_line_for_each_method()
    {
        var coverage = PactCoverage.Of<IFollowingApi>(PactOf([Get("a user", "/users/1"), Interaction("odd", "PUT", "/odd")]));

        Assert.Equal(
            "IFollowingApi: 1 of 2 methods have interactions in the pact between UserService and APIGateway.\n" +
            "  GetUser  GET /users/{id}  'a user' (200)\n" +
            "  Follow   GET   NO INTERACTION\n" +
            "Interactions that no method sends: 'odd' (200)",
            coverage.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => PactCoverage.Of<ISmallApi>("nowhere.json"));

        Assert.Contains("nowhere.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_is_not_refits_is_refused() =>
        Assert.Contains("is no Refit interface", Assert.Throws<InvalidOperationException>(() => PactCoverage.Of<INotRefit>(PactOf([]))).Message, StringComparison.Ordinal);

    private static ClientCoverage Of(params HttpInteraction[] interactions) => PactCoverage.Of<ISmallApi>(PactOf(interactions));

    private static Pact PactOf(IReadOnlyList<HttpInteraction> interactions) =>
        new() { Consumer = "UserService", Provider = "APIGateway", Interactions = interactions };

    private static IEnumerable<string> Descriptions(ClientCoverage coverage, string method) =>
        coverage.Methods.Single(covered => covered.Method.Name == method).Interactions.Select(interaction => interaction.Description);

    private static HttpInteraction Get(string description, string path, params (string Name, string Value)[] query) =>
        Interaction(description, "GET", path) with
        {
            Request = new Request
            {
                Method = "GET",
                Path = path,
                Query = query.Length == 0 ? NoQuery : query.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string?>)[pair.Value]),
            },
        };

    private static HttpInteraction Interaction(string description, string method, string path) =>
        new() { Description = description, Request = new Request { Method = method, Path = path }, Response = new Response() };
}

[PathPrefix("/v2")]
internal interface ISmallApi
{
    [Get("/users/{id}")]
    Task<User> GetUser(int id);

    [Get("/users/me")]
    Task<User> Me();

    [Get("/users?role=admin")]
    Task<User[]> Admins();

    [Get("/users")]
    Task<User[]> All();

    [Get("/users")]
    Task<User[]> Page(int page);

    [Post("/users")]
    Task<User> Create([Body] NewUser user);

    [Delete("/users/{id}")]
    Task Delete(int id);

    [Get("/files/{**path}")]
    Task<string> File(string path);
}

internal interface IFollowingApi
{
    [Get("/users/{id}")]
    Task<User> GetUser(int id);

    [Get("")]
    Task<User> Follow([Url] string link);
}

internal interface IDerivedApi : IFollowingApi
{
    [Get("/health")]
    Task Health();
}
