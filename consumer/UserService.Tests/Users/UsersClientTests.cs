using System.Net;
using UserService.Errors;
using UserService.Users;

namespace UserService.Tests.Users;

public sealed class UsersClientTests
{
    private const string Ada = """{"id":7,"name":"Ada","email":"ada@example.org","createdAt":"2026-01-05T09:30:00Z","new":true}""";
    private static readonly UserDraft Draft = new("Ada", "ada@example.org");

    [Fact]
    public async Task A_field_this_service_does_not_know_is_ignored()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK, Ada);

        var user = await gateway.Users.FindAsync(7);

        Assert.Equal(new User(7, "Ada", "ada@example.org", new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.Zero)), user);
    }

    [Fact]
    public async Task A_search_term_is_escaped()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK, """{"items":[],"page":2,"pageSize":20,"total":0}""");

        await gateway.Users.SearchAsync("a&b=c d", 2);

        Assert.Equal("http://gateway.test/api/users?query=a%26b%3Dc%20d&page=2", gateway.Asked!.AbsoluteUri);
    }

    [Fact]
    public async Task The_token_goes_with_writes_only()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK, Ada);

        await gateway.Users.FindAsync(7);
        Assert.Null(gateway.Authorization);

        await gateway.Users.CreateAsync(Draft);
        Assert.Equal("Bearer secret", gateway.Authorization!.ToString());
        Assert.Equal("""{"name":"Ada","email":"ada@example.org"}""", gateway.Sent);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(NotAuthorizedException))]
    [InlineData(HttpStatusCode.BadRequest, typeof(InvalidUserException))]
    [InlineData(HttpStatusCode.Conflict, typeof(EmailAlreadyTakenException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(GatewayException))]
    [InlineData(HttpStatusCode.InternalServerError, typeof(GatewayException))]
    public async Task A_status_becomes_an_exception_that_says_what_happened(HttpStatusCode status, Type expected)
    {
        await using var gateway = new CannedGateway(status);

        var error = await Assert.ThrowsAsync(expected, () => gateway.Users.CreateAsync(Draft));

        Assert.Equal(status, Assert.IsType<GatewayException>(error, exactMatch: false).Status);
    }

    [Fact]
    public async Task Validation_errors_come_from_the_problem_details()
    {
        const string problem = """{"title":"t","status":400,"errors":{"name":["Too short.","Too dull."]},"traceId":"x"}""";
        await using var gateway = new CannedGateway(HttpStatusCode.BadRequest, problem, "application/problem+json");

        var error = await Assert.ThrowsAsync<InvalidUserException>(() => gateway.Users.CreateAsync(Draft));

        Assert.Equal(["Too short.", "Too dull."], error.Errors["name"]);
        Assert.Equal("The API gateway refused the user: name: Too short. Too dull.", error.Message);
    }

    [Theory]
    [InlineData("<html>bad gateway</html>", "text/html")]
    [InlineData("""{"errors":"of another shape"}""", "application/problem+json")]
    [InlineData("", "application/json")]
    public async Task An_error_page_of_somebody_else_does_not_hide_the_status(string content, string contentType)
    {
        await using var gateway = new CannedGateway(HttpStatusCode.BadGateway, content, contentType);

        var error = await Assert.ThrowsAsync<GatewayException>(() => gateway.Users.FindAsync(1));

        Assert.StartsWith("The API gateway answered 502 (BadGateway)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_the_gateways_fault()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK, "not json");

        var error = await Assert.ThrowsAsync<GatewayException>(() => gateway.Users.FindAsync(1));

        Assert.Equal(HttpStatusCode.OK, error.Status);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task A_gateway_that_cannot_be_reached_gives_no_status()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK) { Failure = new HttpRequestException("Connection refused") };

        var error = await Assert.ThrowsAsync<GatewayException>(() => gateway.Users.FindAsync(1));

        Assert.Null(error.Status);
        Assert.StartsWith("The API gateway could not be reached: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Connection refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_waiting_is_told_so_and_not_that_the_gateway_failed()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.OK, Ada);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Users.FindAsync(7, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Users.SearchAsync("Ada", 1, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Users.CreateAsync(Draft, stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Users.UpdateAsync(7, Draft, stop.Token));
    }

    [Fact]
    public async Task Not_found_is_an_answer_and_no_error()
    {
        await using var gateway = new CannedGateway(HttpStatusCode.NotFound);

        Assert.Null(await gateway.Users.FindAsync(1));
        Assert.Null(await gateway.Users.UpdateAsync(1, Draft));
    }
}
