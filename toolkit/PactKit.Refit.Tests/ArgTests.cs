using PactKit.Model;
using PactNet.Matchers;
using Refit;

namespace PactKit.RefitTests;

public sealed class ArgTests
{
    private static readonly Guid Key = new("6f0f2f8e-0a7b-4c52-9c5c-1d2e3f405162");

    [Fact]
    public void A_number_in_a_path_stands_for_any_number()
    {
        var request = Draft.Of(api => api.GetUser(Arg.Type(1)));

        Assert.Equal("/api/users/1", request.Path);
        Assert.Equal(new RegexRule(@"^/api/users/-?\d+$"), request.MatchingRules.Path.Only());
    }

    [Fact]
    public void Only_the_argument_is_free_where_another_value_looks_the_same()
    {
        Assert.Equal(@"^/api/users/-?\d+/posts/1\.json$", PathPattern(api => api.GetPost(Arg.Type(1), 1, "json")));
        Assert.Equal(@"^/api/users/1/posts/-?\d+\.json$", PathPattern(api => api.GetPost(1, Arg.Type(1), "json")));
    }

    [Fact]
    public void Several_arguments_of_one_path_are_all_free() =>
        Assert.Equal(@"^/api/users/-?\d+/posts/-?\d+\.(?:json|xml)$", PathPattern(api => api.GetPost(Arg.Type(12), Arg.Integer(12), Arg.Regex("json", "^json|xml$"))));

    [Fact]
    public void A_text_in_a_path_stands_for_any_segment_and_is_kept_as_it_is_encoded()
    {
        var request = Draft.Of(api => api.GetByName(Arg.Type("ada lovelace")));

        Assert.Equal("/api/by-name/ada%20lovelace", request.Path);
        Assert.Equal(new RegexRule("^/api/by-name/[^/]+$"), request.MatchingRules.Path.Only());
    }

    [Fact]
    public void A_path_of_several_segments_may_be_one_argument()
    {
        var pattern = PathPattern(api => api.Download(Arg.Type("a/b.txt")));

        Assert.Matches(pattern, "/api/files/a/b.txt");
        Assert.Matches(pattern, "/api/files/x/y/z");
        Assert.DoesNotMatch(pattern, "/api/other/x");
    }

    [Fact]
    public void A_guid_a_bool_and_a_date_are_found_whole()
    {
        Assert.DoesNotMatch(PathPattern(api => api.GetByKey(Arg.Type(Key))), "/api/keys/7");
        Assert.Matches(PathPattern(api => api.GetByKey(Arg.Type(Key))), "/api/keys/00000000-0000-0000-0000-000000000000");
        Assert.Matches(PathPattern(api => api.GetFlag(Arg.Type(true))), "/api/flags/false");
        Assert.Equal(
            @"^/api/days/(?:\d{4}-\d\d-\d\d)$",
            PathPattern(api => api.GetDay(Arg.Regex(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), @"\d{4}-\d\d-\d\d"))));
    }

    [Fact]
    public void A_pattern_in_a_path_loses_its_anchors_and_the_rest_of_the_path_is_literal()
    {
        var pattern = PathPattern(api => api.GetByName(Arg.Regex("ada", "^[a-z]+$")));

        Assert.Equal("^/api/by-name/(?:[a-z]+)$", pattern);
        Assert.DoesNotMatch(pattern, "/api/by-name/Ada");
    }

    [Fact]
    public void A_query_parameter_takes_the_rule()
    {
        var request = Draft.Of(api => api.Search(Arg.Type("ada"), Arg.Type(1)));

        Assert.Equal("ada", request.Parameter("q"));
        Assert.Equal("1", request.Parameter("page"));
        Assert.Equal(new TypeRule(), request.MatchingRules.Query["q"].Only());
        Assert.Equal(new RegexRule(@"^-?\d+$"), request.MatchingRules.Query["page"].Only());
        Assert.DoesNotContain("kind", request.MatchingRules.Query.Keys);
    }

    [Fact]
    public void The_same_example_in_two_query_parameters_is_not_confused()
    {
        var request = Draft.Of(api => api.Search("1", Arg.Type(1)));

        Assert.Equal(["page"], request.MatchingRules.Query.Keys);
    }

    [Fact]
    public void A_pattern_for_a_whole_value_stays_as_it_was_given() =>
        Assert.Equal(new RegexRule("[a-z]+"), Draft.Of(api => api.Search(Arg.Regex("ada", "[a-z]+"))).MatchingRules.Query["q"].Only());

    [Fact]
    public void A_list_in_the_query_is_one_argument()
    {
        Assert.Equal(new TypeRule(), Draft.Of(api => api.Many(Arg.Type<int[]>([1, 2]))).MatchingRules.Query["ids"].Only());

        var joined = Draft.Of(api => api.ManyJoined(Arg.Regex<IReadOnlyList<int>>([1, 2], @"\d+(,\d+)*")));
        Assert.Equal(["1,2"], joined.Query["ids"]);
        Assert.Equal(new RegexRule(@"\d+(,\d+)*"), joined.MatchingRules.Query["ids"].Only());
    }

    [Fact]
    public void A_query_object_may_be_an_argument_or_hold_some()
    {
        Assert.Equal(["Name", "Page"], Draft.Of(api => api.Filtered(Arg.Type(new UserFilter("Ada", 2)))).MatchingRules.Query.Keys.Order());
        Assert.Equal(["Page"], Draft.Of(api => api.Filtered(new UserFilter("2", Arg.Type(2)))).MatchingRules.Query.Keys);
    }

    [Fact]
    public void A_part_of_a_header_becomes_a_pattern_over_the_whole()
    {
        var request = Draft.Of(api => api.Delete(7, Arg.Regex("abc", "[a-z]+"), Arg.Type("left")));

        Assert.Equal("Bearer abc", request.Header("Authorization"));
        Assert.Equal(new RegexRule("^Bearer (?:[a-z]+)$"), request.MatchingRules.Headers["Authorization"].Only());
        Assert.Equal(new TypeRule(), request.MatchingRules.Headers["X-Reason"].Only());
        Assert.DoesNotContain("X-Client", request.MatchingRules.Headers.Keys);
    }

    [Fact]
    public void Members_of_a_body_take_rules_at_their_paths()
    {
        var request = Draft.Of(api => api.Create(new NewUser(Arg.Regex("ada", "[a-z]+"), Arg.Integer(36), ["ada"])));

        Assert.Equal("""{"name":"ada","age":36,"tags":["ada"]}""", request.Body.Text());
        Assert.Equal(["$.age", "$.name"], request.MatchingRules.Body.Keys.Order());
        Assert.Equal(new RegexRule("[a-z]+"), request.MatchingRules.Body["$.name"].Only());
        Assert.Equal(new IntegerRule(), request.MatchingRules.Body["$.age"].Only());
    }

    [Fact]
    public void A_whole_body_object_takes_a_type_rule_at_its_root()
    {
        var request = Draft.Of(api => api.Create(Arg.Type(new NewUser("Ada", 36))));

        Assert.Equal(["$"], request.MatchingRules.Body.Keys);
        Assert.Equal(new TypeRule(), request.MatchingRules.Body["$"].Only());
        Assert.Equal("""{"name":"Ada","age":36,"tags":null}""", request.Body.Text());
    }

    [Fact]
    public void Rules_within_a_typed_object_keep_their_own_places()
    {
        var request = Draft.Of(api => api.Create(Arg.Type(new NewUser(Arg.Regex("ada", "[a-z]+"), Arg.Equality(36)))));

        Assert.Equal(["$", "$.age", "$.name"], request.MatchingRules.Body.Keys.Order());
        Assert.Equal(new EqualityRule(), request.MatchingRules.Body["$.age"].Only());
    }

    [Fact]
    public void A_list_in_a_body_takes_its_limits()
    {
        var request = Draft.Of(api => api.Create(new NewUser("Ada", 36, Arg.MinType<IReadOnlyList<string>>(["math"], 1))));

        Assert.Equal(new TypeRule(Min: 1), request.MatchingRules.Body["$.tags"].Only());
    }

    [Fact]
    public void Any_other_matcher_may_be_given()
    {
        var request = Draft.Of(api => api.Create(new NewUser("Ada", Arg.Matching(36, Match.Number(1)))));

        Assert.Equal(new NumberRule(), request.MatchingRules.Body["$.age"].Only());
        Assert.Contains("\"age\":36", request.Body.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_in_the_body_are_those_of_the_applications_serializer()
    {
        var settings = new RefitSettings(new NewtonsoftSerializer());

        Assert.Equal(["$.Name"], Draft.Of(api => api.Create(new NewUser(Arg.Type("Ada"), 36)), settings).MatchingRules.Body.Keys);
    }

    [Fact]
    public void A_form_field_takes_the_rule()
    {
        var request = Draft.Of(api => api.Login(new Credentials("ada", Arg.Type("secret"))));

        Assert.Equal(["$.Password"], request.MatchingRules.Body.Keys);
        Assert.Equal(new TypeRule(), request.MatchingRules.Body["$.Password"].Only());
    }

    [Fact]
    public void Parts_of_a_multipart_body_take_rules()
    {
        var request = Draft.Of(api => api.Upload(
            new StreamPart(new MemoryStream([1, 2, 3]), "a.png", "image/png"), Arg.Regex("Ada", "[A-Za-z]+"), new NewUser(Arg.Type("Ada"), 36)));

        Assert.Equal(new RegexRule("[A-Za-z]+"), request.MatchingRules.Body["$.caption"].Only());
        Assert.Equal(new TypeRule(), request.MatchingRules.Body["$.owner.name"].Only());
    }

    [Fact]
    public void A_text_body_takes_the_rule_at_its_root() =>
        Assert.Equal(new RegexRule("[A-Z].*"), Draft.Of(api => api.Rename(7, Arg.Regex("Ada", "[A-Z].*"))).MatchingRules.Body["$"].Only());

    [Fact]
    public void A_part_of_a_text_in_a_body_becomes_a_pattern_over_the_whole() =>
        Assert.Equal(
            new RegexRule("^Dr\\. .+$"),
            Draft.Of(api => api.Create(new NewUser("Dr. " + Arg.Type("Ada"), 36))).MatchingRules.Body["$.name"].Only());

    [Fact]
    public void An_example_that_its_pattern_does_not_match_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Draft.Of(api => api.Search(Arg.Regex("[a-z]+", "ada"))));

        Assert.Equal(
            "The example of Arg.Regex(\"[a-z]+\", \"ada\") arrives as \"[a-z]+\" in query parameter 'q', and the pattern does not match that. The pattern " +
            "is for the value as it is sent (encoded, in a path); the example comes first, the pattern second.",
            failure.Message);
    }

    [Fact]
    public void A_pattern_that_is_none_is_refused() =>
        Assert.Contains("Invalid pattern", Refusal(api => api.Search(Arg.Regex("a", "("))), StringComparison.Ordinal);

    [Fact]
    public void An_argument_outside_a_recorded_call_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Arg.Type(1));

        Assert.StartsWith("Arg.Type(1) stands outside a recorded call. Write it inside the lambda", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_that_is_not_sent_is_refused() =>
        Assert.StartsWith("Arg.Type(5) does not show in the request", Refusal(api => api.GetUser((Arg.Type(5) * 0) + 1)), StringComparison.Ordinal);

    [Fact]
    public void An_argument_without_an_example_is_refused() =>
        Assert.Contains("needs an example that is not null", Refusal(api => api.Search(Arg.Type<string>(null!))), StringComparison.Ordinal);

    [Fact]
    public void A_request_that_differs_each_time_is_refused()
    {
        var count = 0;

        Assert.StartsWith(
            "The request is another one each time the lambda runs: it differs in the body at $.age.",
            Refusal(api => api.Create(new NewUser(Arg.Type("Ada"), count++))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_arguments_in_one_value_are_refused() =>
        Assert.Contains("arrive at the same place in the path", Refusal(api => api.GetUser(Arg.Type(1) + Arg.Type(2))), StringComparison.Ordinal);

    [Fact]
    public void An_empty_example_of_a_path_segment_is_refused() =>
        Assert.Contains("give an example that is not empty", Refusal(api => api.GetByName(Arg.Type(""))), StringComparison.Ordinal);

    [Fact]
    public void A_token_that_the_settings_get_may_be_an_argument()
    {
        var settings = new RefitSettings { AuthorizationHeaderValueGetter = (_, _) => ValueTask.FromResult(Arg.Regex("t0ken", ".+")) };

        var request = Draft.Of(api => api.Me(), settings);
        Assert.Equal("Bearer t0ken", request.Header("Authorization"));
        Assert.Equal(new RegexRule("^Bearer (?:.+)$"), request.MatchingRules.Headers["Authorization"].Only());
    }

    [Fact]
    public void An_argument_that_is_a_file_is_refused() =>
        Assert.StartsWith(
            "Arg.Type(Refit.StreamPart) arrives in ",
            Refusal(api => api.Upload(Arg.Type(new StreamPart(new MemoryStream([1]), "a.png", "image/png")), "Ada", new NewUser("Ada", 36))),
            StringComparison.Ordinal);

    [Fact]
    public void A_rule_for_some_values_of_a_name_is_refused() =>
        Assert.Contains("Pass the list as one Arg", Refusal(api => api.Many(new[] { Arg.Type(1), 2 })), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_rule_for_lists_is_refused_outside_json() =>
        Assert.Contains("is a rule for lists in JSON", Refusal(api => api.Many(Arg.MinType<int[]>([1], 1))), StringComparison.Ordinal);

    [Fact]
    public void A_list_rule_for_a_single_value_is_refused() =>
        Assert.Contains("Arg.MinType needs a list", Refusal(api => api.Search(Arg.MinType("a", 1))), StringComparison.Ordinal);

    [Fact]
    public void A_value_the_client_cannot_do_without_is_found_by_varying_its_members()
    {
        // The record refuses null, so the object as a whole cannot be taken away.
        var request = Draft.Of(api => api.Echo(new Envelope(Arg.Type(new NewUser("Ada", 36)))));

        Assert.Equal(["$.user.age", "$.user.name"], request.MatchingRules.Body.Keys.Order());
    }

    private static string PathPattern(Func<IUsersApi, Task> call)
    {
        var request = Draft.Of(call);
        var pattern = Assert.IsType<RegexRule>(request.MatchingRules.Path.Only()).Pattern;
        Assert.Matches(pattern, request.Path);
        return pattern;
    }

    private static string Refusal(Func<IUsersApi, Task> call) =>
        Assert.ThrowsAny<Exception>(() => Draft.Of(call)) switch
        {
            InvalidOperationException failure => failure.Message,
            var other => throw new InvalidOperationException("Another exception than documented.", other),
        };

    private sealed record Envelope
    {
        public Envelope(NewUser user) => User = user ?? throw new ArgumentNullException(nameof(user));

        public NewUser User { get; }
    }
}
