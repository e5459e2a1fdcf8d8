using PactKit.Model;
using PactNet;
using Refit;

namespace PactKit.RefitTests;

public sealed class ResponseTests
{
    [Fact]
    public void A_body_from_an_example_matches_by_type()
    {
        var response = Of(builder => builder.WithBodyFrom(new User(1, "Ada", "ada@example.org")));

        Assert.Equal("""{"id":1,"name":"Ada","email":"ada@example.org"}""", response.Body.Text());
        Assert.Equal(["$"], response.MatchingRules.Body.Keys);
        Assert.Equal(new TypeRule(), response.MatchingRules.Body["$"].Only());
        Assert.Equal(["application/json"], response.Headers["Content-Type"]);
    }

    [Fact]
    public void Arguments_override_the_rule_for_their_values()
    {
        var response = Of(builder => builder.WithBodyFrom(() => new User(Arg.Equality(1), "Ada", Arg.Regex("ada@example.org", ".+@.+"))));

        Assert.Equal(["$", "$.email", "$.id"], response.MatchingRules.Body.Keys.Order());
        Assert.Equal(new EqualityRule(), response.MatchingRules.Body["$.id"].Only());
        Assert.Equal(new RegexRule(".+@.+"), response.MatchingRules.Body["$.email"].Only());
    }

    [Fact]
    public void The_body_is_written_with_the_settings_of_the_request()
    {
        var settings = new RefitSettings(new NewtonsoftSerializer());
        var builder = Draft.New().WithRequest<IUsersApi>(api => api.GetUser(1), settings).WillRespond().WithBodyFrom(new User(1, "Ada"));

        Assert.Equal("""{"Id":1,"Name":"Ada"}""", Draft.Built(builder).Response.Body.Text());
    }

    [Fact]
    public void A_list_is_an_example_of_a_list()
    {
        var builder = Draft.New().WithRequest<IUsersApi>(api => api.Search("ada")).WillRespond()
            .WithBodyFrom(() => Arg.MinType<User[]>([new User(1, "Ada")], 1));

        var response = Draft.Built(builder).Response;
        Assert.Equal(new TypeRule(Min: 1), response.MatchingRules.Body["$"].Only());
    }

    [Fact]
    public void An_example_of_another_type_than_the_method_returns_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Of(builder => builder.WithBodyFrom(new NewUser("Ada", 36))));

        Assert.Equal(
            "IUsersApi.GetUser reads a User, and the example is a NewUser. Pass what the method returns; for the body of an error use WithJsonBody(…).",
            failure.Message);
    }

    [Fact]
    public void A_sequence_reads_a_list_of_its_items()
    {
        var builder = Draft.New().WithRequest<IUsersApi>(api => api.All()).WillRespond();

        Assert.Throws<InvalidOperationException>(() => builder.WithBodyFrom(new User(1, "Ada")));
        Assert.Equal("""[{"id":1,"name":"Ada","email":null}]""", Draft.Built(builder.WithBodyFrom(new[] { new User(1, "Ada") })).Response.Body.Text());
    }

    [Fact]
    public void A_response_to_a_request_made_by_hand_may_be_an_example_too()
    {
        var builder = Draft.New().WithRequest(HttpMethod.Get, "/x").WillRespond().WithBodyFrom(new User(1, "Ada"));

        Assert.Equal("""{"id":1,"name":"Ada","email":null}""", Draft.Built(builder).Response.Body.Text());
    }

    [Fact]
    public void A_serializer_that_does_not_write_json_is_refused()
    {
        var settings = new RefitSettings(new TextSerializer());
        var builder = Draft.New().WithRequest<IUsersApi>(api => api.GetUser(1)).WillRespond();

        Assert.Contains("WithBodyFrom needs JSON", Assert.Throws<InvalidOperationException>(() => builder.WithBodyFrom(new User(1, "Ada"), settings)).Message, StringComparison.Ordinal);
    }

    private static Response Of(Func<IResponseBuilderV4, IResponseBuilderV4> describe) =>
        Draft.Built(describe(Draft.New().WithRequest<IUsersApi>(api => api.GetUser(1)).WillRespond())).Response;

    private sealed class TextSerializer : IHttpContentSerializer
    {
        public HttpContent ToHttpContent<T>(T item) => new StringContent(item?.ToString() ?? "");

        public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) => Task.FromResult<T?>(default);

        public string? GetFieldNameForProperty(System.Reflection.PropertyInfo propertyInfo) => null;
    }
}
