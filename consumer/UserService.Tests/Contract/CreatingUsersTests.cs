using System.Net;
using PactNet;
using PactNet.Matchers;
using UserService.Errors;
using UserService.Users;
using static UserService.Tests.Contract.GatewayContract;

namespace UserService.Tests.Contract;

public sealed class CreatingUsersTests(ITestOutputHelper output)
{
    private readonly IPactBuilderV4 _pact = New(output);

    [Fact]
    public async Task A_new_user_gets_a_number_and_an_address()
    {
        _pact.UponReceiving("a new user")
            .Given("no users exist")
            .WithRequest(HttpMethod.Post, "/api/users")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "Ada Lovelace", email = "ada@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.Created)
            .WithHeader("Location", Match.Regex("/api/users/1", @"/api/users/\d+$"))
            .WithJsonBody(new
            {
                id = Match.Integer(1),
                name = "Ada Lovelace",
                email = "ada@example.org",
                createdAt = Match.Regex("2026-01-05T09:30:00+00:00", Timestamp),
            });

        await _pact.VerifyUsersAsync(async users =>
        {
            var user = await users.CreateAsync(new UserDraft("Ada Lovelace", "ada@example.org"));

            Assert.Equal(1, user.Id);
            Assert.Equal("ada@example.org", user.Email);
        });
    }

    [Fact]
    public async Task An_email_address_belongs_to_one_user()
    {
        _pact.UponReceiving("a new user whose e-mail address is taken")
            .Given("a user with e-mail ada@example.org exists", new Dictionary<string, string> { ["email"] = "ada@example.org" })
            .WithRequest(HttpMethod.Post, "/api/users")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "Ada King", email = "ada@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.Conflict);

        await _pact.VerifyUsersAsync(async users =>
        {
            var error = await Assert.ThrowsAsync<EmailAlreadyTakenException>(
                () => users.CreateAsync(new UserDraft("Ada King", "ada@example.org")));
            Assert.Equal("ada@example.org", error.Email);
        });
    }

    [Fact]
    public async Task An_invalid_user_is_refused_field_by_field()
    {
        _pact.UponReceiving("a new user without a name and with half an e-mail address")
            .Given("no users exist")
            .WithRequest(HttpMethod.Post, "/api/users")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "", email = "ada" })
            .WillRespond()
            .WithStatus(HttpStatusCode.BadRequest)
            .WithHeader("Content-Type", "application/problem+json")
            .WithJsonBody(new
            {
                title = Match.Type("One or more fields are not valid."),
                status = 400,
                errors = new
                {
                    name = Match.MinType("A name is required.", 1),
                    email = Match.MinType("This is not an e-mail address.", 1),
                },
            });

        await _pact.VerifyUsersAsync(async users =>
        {
            var error = await Assert.ThrowsAsync<InvalidUserException>(() => users.CreateAsync(new UserDraft("", "ada")));
            Assert.Equal(["A name is required."], error.Errors["name"]);
            Assert.Equal(["This is not an e-mail address."], error.Errors["email"]);
        });
    }

    [Fact]
    public async Task Writing_without_a_token_is_refused()
    {
        _pact.UponReceiving("a new user from a caller without a token")
            .Given("no users exist")
            .WithRequest(HttpMethod.Post, "/api/users")
            .WithJsonBody(new { name = "Ada Lovelace", email = "ada@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.Unauthorized)
            .WithHeader("WWW-Authenticate", "Bearer");

        await _pact.VerifyUsersAsync(
            async users => await Assert.ThrowsAsync<NotAuthorizedException>(
                () => users.CreateAsync(new UserDraft("Ada Lovelace", "ada@example.org"))),
            token: null);
    }
}
