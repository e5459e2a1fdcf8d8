using Microsoft.Extensions.Logging;
using PactKit.Verifier;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.AspNetCoreTests;

public sealed class FactoryTests : IDisposable
{
    private readonly Pacts _pacts = new();

    [Fact]
    public async Task An_application_is_verified_in_memory()
    {
        await using var shop = new Shop();
        _pacts.Http("health", "GET", "/health", 200).Http("nobody", "GET", "/users/9", 404);

        var report = await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).VerifyAsync();

        Assert.Equal(["health", "nobody"], report.Pacts.Single().Interactions.Select(interaction => interaction.Interaction.Description).Order());
        Assert.IsType<Microsoft.AspNetCore.TestHost.TestServer>(shop.Server);
    }

    [Fact]
    public async Task An_application_that_does_not_keep_its_pact_fails()
    {
        await using var shop = new Shop();
        _pacts.Http("somebody", "GET", "/users/9", 200);

        var failure = await Assert.ThrowsAsync<PactVerificationFailedException>(
            () => Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).VerifyAsync());
        Assert.Contains("somebody", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_compared_and_not_followed()
    {
        await using var shop = new Shop();
        _pacts.Http("an old address", "GET", "/old", 302);

        Assert.True((await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).ReportAsync()).Success);
    }

    [Theory]
    [InlineData("/users/%37")]
    [InlineData("/health/../users/7")]
    public async Task A_path_that_is_spelled_unusually_reaches_its_endpoint(string path)
    {
        await using var shop = new Shop();
        _pacts.Http("a user", "GET", path, 200, state: "user 7 exists");

        var report = await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).WithProviderStates<UserStates>(shop.Services).ReportAsync();

        Assert.True(report.Success);
    }

    [Fact]
    public async Task A_client_of_the_factory_works_as_well()
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();
        _pacts.Http("health", "GET", "/health", 200);

        Assert.True((await Verify.Shop().WithHttpEndpoint(client).WithFileSource(_pacts.File()).ReportAsync()).Success);
    }

    [Fact]
    public async Task A_factory_with_other_settings_is_verified_as_it_is()
    {
        await using var shop = new Shop();
        await using var other = shop.WithWebHostBuilder(_ => { });
        _pacts.Http("health", "GET", "/health", 200);

        Assert.True((await Verify.Shop().WithHttpEndpoint(other).WithFileSource(_pacts.File()).ReportAsync()).Success);
    }

    [Fact]
    public async Task An_application_may_be_verified_over_a_port()
    {
        await using var shop = new Shop();
        _pacts.Http("health", "GET", "/health", 200);

        var verifier = Verify.Shop().WithHttpEndpointOnPort(shop);

        Assert.True((await verifier.WithFileSource(_pacts.File()).ReportAsync()).Success);
        Assert.Throws<NotSupportedException>(() => shop.Server);
    }

    [Fact]
    public async Task A_factory_that_was_told_to_use_Kestrel_is_verified_over_its_port()
    {
        await using var shop = new Shop();
        shop.UseKestrel(0);
        _pacts.Http("health", "GET", "/health", 200);

        Assert.True((await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).ReportAsync()).Success);
        Assert.Throws<NotSupportedException>(() => shop.Server);
    }

    [Fact]
    public async Task A_report_may_go_to_a_logger()
    {
        await using var shop = new Shop();
        _pacts.Http("a {health} check", "GET", "/health", 200);
        var logger = new Lines();

        await Verify.Shop(new LoggerOutput(logger)).WithHttpEndpoint(shop).WithFileSource(_pacts.File()).ReportAsync();

        Assert.Contains(logger.Written, line => line.Contains("a {health} check", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_classic_verify_works_without_a_thread_to_spare()
    {
        await using var shop = new Shop();
        _pacts.Http("health", "GET", "/health", 200);

        Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).Verify();
    }

    [Fact]
    public async Task A_second_endpoint_is_refused()
    {
        await using var shop = new Shop();
        IPactVerifier verifier = Verify.Shop().WithHttpEndpoint(shop);

        Assert.Throws<InvalidOperationException>(() => verifier.WithHttpEndpoint(shop));
    }

    [Fact]
    public async Task A_request_filter_may_use_services_of_the_application()
    {
        await using var shop = new Shop();
        _pacts.Http("me", "GET", "/users/me", 200, new { id = 0, name = "me" }, headers: new { Authorization = "Bearer from the pact" });

        var report = await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File())
            .WithRequestFilter<TokenIssuer>(shop.Services, (tokens, request) => request.Headers.Authorization = new("Bearer", tokens.Issue()))
            .ReportAsync();

        Assert.True(report.Success);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_console()
    {
        await using var shop = new Shop();
        _pacts.Http("somebody", "GET", "/users/9", 200, state: "an unknown state");
        var console = Console.Out;
        await using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            await Verify.Shop().WithHttpEndpoint(shop).WithFileSource(_pacts.File()).WithProviderStates(shop.Services, _ => { }).ReportAsync();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("", written.ToString());
    }

    public void Dispose() => _pacts.Dispose();

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
