using Refit;

namespace PactKit.RefitTests;

public sealed class RecordingTests
{
    [Fact]
    public void A_method_gives_its_verb_and_its_path()
    {
        var request = Draft.Of(api => api.GetUser(1));

        Assert.Equal("GET", request.Method);
        Assert.Equal("/api/users/1", request.Path);
        Assert.Empty(request.Query);
        Assert.Equal(Model.BodyState.Missing, request.Body.State);
    }

    [Fact]
    public void A_call_with_a_cancellation_token_is_recorded_like_one_without()
    {
        using var source = new CancellationTokenSource();

        Assert.Equal("/api/users/2", Draft.Of(api => api.GetUser(2, source.Token)).Path);
    }

    [Fact]
    public void Static_and_dynamic_query_parameters_are_recorded_under_their_aliases()
    {
        var request = Draft.Of(api => api.Search("ada lovelace & co", 3));

        Assert.Equal(["kind", "page", "q"], request.Query.Keys.Order());
        Assert.Equal("person", request.Parameter("kind"));
        Assert.Equal("ada lovelace & co", request.Parameter("q"));
        Assert.Equal("3", request.Parameter("page"));
    }

    [Fact]
    public void A_list_is_sent_as_its_collection_format_says()
    {
        Assert.Equal(["1", "2"], Draft.Of(api => api.Many([1, 2])).Query["ids"]);
        Assert.Equal(["1,2"], Draft.Of(api => api.ManyJoined([1, 2])).Query["ids"]);
    }

    [Fact]
    public void A_query_object_becomes_its_members()
    {
        var request = Draft.Of(api => api.Filtered(new UserFilter("Ada", 2)));

        Assert.Equal("Ada", request.Parameter("Name"));
        Assert.Equal("2", request.Parameter("Page"));
    }

    [Fact]
    public void Members_that_are_null_are_not_sent_and_not_recorded() =>
        Assert.Equal(["Page"], Draft.Of(api => api.Filtered(new UserFilter(null, 2))).Query.Keys);

    [Fact]
    public void A_parameter_without_a_value_stays_without_one() => Assert.Null(Draft.Of(api => api.Flagged("archived")).Parameter("archived"));

    [Fact]
    public void A_body_is_written_by_the_clients_serializer()
    {
        var request = Draft.Of(api => api.Create(new NewUser("Ada", 36)));

        Assert.Equal("POST", request.Method);
        Assert.Equal("""{"name":"Ada","age":36,"tags":null}""", request.Body.Text());
        Assert.Equal("application/json;charset=utf-8", request.Header("Content-Type"));
    }

    [Fact]
    public void The_settings_of_the_application_decide_how_a_body_looks()
    {
        var settings = new RefitSettings(new NewtonsoftSerializer());

        Assert.Equal("""{"Name":"Ada","Age":36}""", Draft.Of(api => api.Create(new NewUser("Ada", 36)), settings).Body.Text());
    }

    [Fact]
    public void Put_takes_path_and_body()
    {
        var request = Draft.Of(api => api.Replace(7, new NewUser("Ada", 36, ["math"])));

        Assert.Equal(("PUT", "/api/users/7"), (request.Method, request.Path));
        Assert.Equal("""{"name":"Ada","age":36,"tags":["math"]}""", request.Body.Text());
    }

    [Fact]
    public void Patch_with_a_text_body_is_text()
    {
        var request = Draft.Of(api => api.Rename(7, "Ada"));

        Assert.Equal("PATCH", request.Method);
        Assert.Equal("Ada", request.Body.Text());
        Assert.Equal("text/plain; charset=utf-8", request.Header("Content-Type"));
    }

    [Fact]
    public void Headers_of_interface_method_parameter_and_authorization_are_recorded()
    {
        var request = Draft.Of(api => api.Delete(7, "s3cret", "left"));

        Assert.Equal("DELETE", request.Method);
        Assert.Equal("users", request.Header("X-Client"));
        Assert.Equal("left", request.Header("X-Reason"));
        Assert.Equal("Bearer s3cret", request.Header("Authorization"));
        Assert.DoesNotContain("Content-Length", request.Headers.Keys);
    }

    [Fact]
    public void A_token_that_the_settings_get_is_recorded()
    {
        var settings = new RefitSettings { AuthorizationHeaderValueGetter = (_, _) => ValueTask.FromResult("t0ken") };

        Assert.Equal("Bearer t0ken", Draft.Of(api => api.Me(), settings).Header("Authorization"));
    }

    [Fact]
    public void Delegating_handlers_of_the_settings_take_part()
    {
        var settings = new RefitSettings { HttpMessageHandlerFactory = () => new Stamp() };

        Assert.Equal("yes", Draft.Of(api => api.GetUser(1), settings).Header("X-Stamped"));
    }

    [Fact]
    public void A_header_collection_is_recorded()
    {
        var request = Draft.Of(api => api.Anything(new Dictionary<string, string> { ["X-One"] = "1", ["X-Two"] = "2" }));

        Assert.Equal(("1", "2"), (request.Header("X-One"), request.Header("X-Two")));
    }

    [Fact]
    public void A_form_is_recorded_as_a_form()
    {
        var request = Draft.Of(api => api.Login(new Credentials("ada", "a b&c")));

        Assert.Equal("user=ada&Password=a+b%26c", request.Body.Text());
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
    }

    [Fact]
    public void A_multipart_body_is_recorded_and_any_boundary_is_accepted()
    {
        var request = Draft.Of(api => api.Upload(new StreamPart(new MemoryStream([1, 2, 3]), "a.png", "image/png"), "Ada", new NewUser("Ada", 36)));

        Assert.Contains("name=caption", request.Body.Text(), StringComparison.Ordinal);
        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type"), StringComparison.Ordinal);
        var rule = Assert.IsType<Model.RegexRule>(request.MatchingRules.Headers["Content-Type"].Only());
        Assert.Matches(rule.Pattern, "multipart/form-data; boundary=other");
    }

    [Fact]
    public void A_path_that_is_passed_through_keeps_its_slashes() =>
        Assert.Equal("/api/files/a/b%20c.txt", Draft.Of(api => api.Download("a/b c.txt")).Path);

    [Fact]
    public void A_url_given_as_an_argument_gives_path_and_query()
    {
        var request = Draft.Of(api => api.Follow("http://elsewhere.test/api/next?page=2"));

        Assert.Equal("/api/next", request.Path);
        Assert.Equal("2", request.Parameter("page"));
    }

    [Fact]
    public void An_observable_is_subscribed_to() => Assert.Equal("/api/live/1", Draft.OfAny(api => api.Watch(1)).Path);

    [Fact]
    public void An_asynchronous_sequence_is_begun() => Assert.Equal("/api/stream", Draft.OfAny(api => api.All()).Path);

    [Fact]
    public void A_value_task_is_awaited() => Assert.Equal("/api/quick/1", Draft.Of(api => api.Quick(1).AsTask()).Path);

    [Fact]
    public void A_generic_method_is_recorded() => Assert.Equal("[1,2]", Draft.Of(api => api.Echo<int[]>([1, 2])).Body.Text());

    [Fact]
    public void A_method_with_a_body_of_its_own_is_recorded_by_what_it_sends() => Assert.Equal("/api/users/1", Draft.Of(api => api.First()).Path);

    [Fact]
    public void An_asynchronous_lambda_is_recorded() => Assert.Equal("/api/users/1", Draft.Of(async api => await api.GetUser(1)).Path);

    [Fact]
    public void Versions_2_and_3_record_the_same()
    {
        var two = PactNet.Pact.V2("c", "p", Draft.Quiet());
        var three = PactNet.Pact.V3("c", "p", Draft.Quiet());
        var second = PactNet.PactExtensions.WithHttpInteractions(two).UponReceiving("x").WithRequest<IUsersApi>(api => api.GetUser(1));
        var third = PactNet.PactExtensions.WithHttpInteractions(three).UponReceiving("x").WithRequest<IUsersApi>(api => api.GetUser(1));

        Assert.Equal("/api/users/1", Draft.Built(second).Request.Path);
        Assert.Equal("/api/users/1", Draft.Built(third).Request.Path);
    }

    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamped", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
