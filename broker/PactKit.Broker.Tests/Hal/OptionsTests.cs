using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Hal;

public abstract class OptionsTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Theory]
    [InlineData("")]
    [InlineData("q=1&q[][version]=1&q[0][pacticipant]=x&latestby=nonsense&limit=none&page=0&size=-1")]
    [InlineData("q[][[]]]=&ignore[&ignore[]=&&=&success[]=maybe&environment=nowhere&tag=a&mainBranch=true")]
    [InlineData("%ff%zz=%&q%5B%5D%5Bversion%5D=%00")]
    public async Task Options_of_every_resource_is_answered_whatever_the_query_says(string query)
    {
        var routes = Fixture.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().ToList();
        Assert.True(routes.Count > 100, $"only {routes.Count} routes");
        foreach (var route in routes)
        {
            var answer = await Given.Send(HttpMethod.Options, Regex.Replace(route, @"\{[^}]+\}", "x", RegexOptions.None, TimeSpan.FromSeconds(1)) + "?" + query);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{route}: {answer.Status}");
            Assert.Contains("OPTIONS", answer.Headers["Access-Control-Allow-Methods"], StringComparison.Ordinal);
            Assert.Equal("", answer.Text);
        }
    }

    [Theory]
    [InlineData("/matrix", "GET, OPTIONS")]
    [InlineData("/can-i-deploy", "GET, OPTIONS")]
    [InlineData("/pacticipants/Foo", "GET, PUT, PATCH, DELETE, OPTIONS")]
    [InlineData("/contracts/publish", "POST, OPTIONS")]
    [InlineData("/pacts/provider/Bar/for-verification", "GET, POST, OPTIONS")]
    public async Task Options_lists_the_methods_of_the_resource(string path, string methods) =>
        Assert.Equal(methods, (await Given.Send(HttpMethod.Options, path + "?limit=0")).Headers["Access-Control-Allow-Methods"]);
}

public sealed class OptionsOnSqliteTests(SqliteBroker db) : OptionsTests<SqliteBroker>(db);

public sealed class OptionsOnPostgresTests(PostgresBroker db) : OptionsTests<PostgresBroker>(db);
