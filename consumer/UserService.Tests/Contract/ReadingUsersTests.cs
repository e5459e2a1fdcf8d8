using System.Net;
using PactNet;
using PactNet.Matchers;
using static UserService.Tests.Contract.GatewayContract;

namespace UserService.Tests.Contract;

public sealed class ReadingUsersTests(ITestOutputHelper output)
{
    private readonly IPactBuilderV4 _pact = New(output);

    [Fact]
    public async Task A_known_user_is_found()
    {
        _pact.UponReceiving("a request for user 1")
            .Given("user 1 exists", new Dictionary<string, string> { ["id"] = "1" })
            .WithRequest(HttpMethod.Get, "/api/users/1")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new
            {
                id = 1,
                name = Match.Type("Ada Lovelace"),
                email = Match.Regex("ada@example.org", "^[^@]+@[^@]+$"),
                createdAt = Match.Regex("2026-01-05T09:30:00+00:00", Timestamp),
            });

        await _pact.VerifyUsersAsync(async users =>
        {
            var user = await users.FindAsync(1);

            Assert.NotNull(user);
            Assert.Equal(1, user.Id);
            Assert.Equal("Ada Lovelace", user.Name);
            Assert.Equal("ada@example.org", user.Email);
            Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero), user.CreatedAt);
        });
    }

    [Fact]
    public async Task An_unknown_user_is_nobody()
    {
        _pact.UponReceiving("a request for a user nobody knows")
            .Given("no users exist")
            .WithRequest(HttpMethod.Get, "/api/users/404")
            .WillRespond()
            .WithStatus(HttpStatusCode.NotFound);

        await _pact.VerifyUsersAsync(async users => Assert.Null(await users.FindAsync(404)));
    }

    [Fact]
    public async Task A_search_returns_a_page_of_users()
    {
        _pact.UponReceiving("a search for Lovelace")
            .Given("users exist", new Dictionary<string, string> { ["names"] = "Ada Lovelace, Ralph Lovelace, Grace Hopper" })
            .WithRequest(HttpMethod.Get, "/api/users")
            .WithQuery("query", "Lovelace")
            .WithQuery("page", "1")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new
            {
                items = Match.MinType(new
                {
                    id = Match.Integer(1),
                    name = Match.Include("Lovelace"),
                    email = Match.Type("ada@example.org"),
                    createdAt = Match.Regex("2026-01-05T09:30:00+00:00", Timestamp),
                }, 1),
                page = 1,
                pageSize = Match.Integer(20),
                total = Match.Integer(2),
            });

        await _pact.VerifyUsersAsync(async users =>
        {
            var page = await users.SearchAsync("Lovelace");

            Assert.Equal((1, 20, 2), (page.Page, page.PageSize, page.Total));
            Assert.All(page.Items, user => Assert.Contains("Lovelace", user.Name, StringComparison.Ordinal));
            Assert.NotEmpty(page.Items);
        });
    }

    [Fact]
    public async Task A_search_may_find_nobody()
    {
        _pact.UponReceiving("a search that matches nobody")
            .Given("no users exist")
            .WithRequest(HttpMethod.Get, "/api/users")
            .WithQuery("query", "Nobody")
            .WithQuery("page", "1")
            .WillRespond()
            .WithStatus(HttpStatusCode.OK)
            .WithJsonBody(new { items = Array.Empty<object>(), page = 1, pageSize = Match.Integer(20), total = 0 });

        await _pact.VerifyUsersAsync(async users =>
        {
            var page = await users.SearchAsync("Nobody");

            Assert.Empty(page.Items);
            Assert.Equal(0, page.Total);
        });
    }
}
