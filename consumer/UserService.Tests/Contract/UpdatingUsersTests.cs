using System.Net;
using PactNet;
using PactNet.Matchers;
using UserService.Errors;
using UserService.Users;
using static UserService.Tests.Contract.GatewayContract;

namespace UserService.Tests.Contract;

public sealed class UpdatingUsersTests(ITestOutputHelper output)
{
    private readonly IPactBuilderV4 _pact = New(output);

    [Fact]
    public async Task A_user_can_be_changed()
    {
        _pact.UponReceiving("a change of user 1")
            .Given("user 1 exists", new Dictionary<string, string> { ["id"] = "1" })
            .WithRequest(HttpMethod.Put, "/api/users/1")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "Ada King", email = "ada.king@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new
            {
                id = 1,
                name = "Ada King",
                email = "ada.king@example.org",
                createdAt = Match.Regex("2026-01-05T09:30:00+00:00", Timestamp),
            });

        await _pact.VerifyUsersAsync(async users =>
        {
            var user = await users.UpdateAsync(1, new UserDraft("Ada King", "ada.king@example.org"));

            Assert.NotNull(user);
            Assert.Equal("Ada King", user.Name);
            Assert.Equal("ada.king@example.org", user.Email);
        });
    }

    [Fact]
    public async Task An_unknown_user_cannot_be_changed()
    {
        _pact.UponReceiving("a change of a user nobody knows")
            .Given("no users exist")
            .WithRequest(HttpMethod.Put, "/api/users/404")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "Ada King", email = "ada.king@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.NotFound);

        await _pact.VerifyUsersAsync(async users =>
            Assert.Null(await users.UpdateAsync(404, new UserDraft("Ada King", "ada.king@example.org"))));
    }

    [Fact]
    public async Task A_user_cannot_take_the_email_address_of_another()
    {
        _pact.UponReceiving("a change of user 1 to an e-mail address that is taken")
            .Given("user 1 exists", new Dictionary<string, string> { ["id"] = "1" })
            .Given("a user with e-mail grace@example.org exists", new Dictionary<string, string> { ["email"] = "grace@example.org" })
            .WithRequest(HttpMethod.Put, "/api/users/1")
            .WithHeader("Authorization", "Bearer " + Token)
            .WithJsonBody(new { name = "Ada Lovelace", email = "grace@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.Conflict);

        await _pact.VerifyUsersAsync(async users =>
            await Assert.ThrowsAsync<EmailAlreadyTakenException>(
                () => users.UpdateAsync(1, new UserDraft("Ada Lovelace", "grace@example.org"))));
    }

    [Fact]
    public async Task A_token_nobody_knows_is_refused()
    {
        _pact.UponReceiving("a change of user 1 by a caller whose token nobody knows")
            .Given("user 1 exists", new Dictionary<string, string> { ["id"] = "1" })
            .WithRequest(HttpMethod.Put, "/api/users/1")
            .WithHeader("Authorization", "Bearer unknown-token")
            .WithJsonBody(new { name = "Ada King", email = "ada.king@example.org" })
            .WillRespond()
            .WithStatus(HttpStatusCode.Unauthorized);

        await _pact.VerifyUsersAsync(
            async users => await Assert.ThrowsAsync<NotAuthorizedException>(
                () => users.UpdateAsync(1, new UserDraft("Ada King", "ada.king@example.org"))),
            token: "unknown-token");
    }
}
