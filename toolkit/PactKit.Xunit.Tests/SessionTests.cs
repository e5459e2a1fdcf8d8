using PactKit.Verifier.Sessions;
using PactNet.Verifier;

namespace PactKit.XunitTests;

public sealed class SessionTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly IReadOnlyList<InteractionToVerify> _rows = InteractionsToVerify.FromFile("pacts/web-shop.json");

    [Fact]
    public async Task The_session_has_a_report_of_what_was_verified()
    {
        await using var session = _shop.Open();

        await session.ReportAsync(_rows[2]);
        await session.ReportAsync(_rows[0]);

        var pact = Assert.Single(session.Report.Pacts);
        Assert.Equal(["an article", "the price of an article"], pact.Interactions.Select(report => report.Interaction.Description));
        Assert.True(session.Report.Success);
    }

    [Fact]
    public async Task Tests_that_run_at_the_same_time_wait_for_each_other()
    {
        await using var session = _shop.Open();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => session.VerifyAsync(_rows[0]))));

        Assert.Equal(20, _shop.Log.Count(line => line == "/articles/7"));
        Assert.All(_shop.Log.Chunk(4), chunk => Assert.Equal(["+article 7 exists", "+it is in stock", "/articles/7", "-article 7 exists"], chunk));
    }

    [Fact]
    public async Task Reports_are_written_when_the_session_ends()
    {
        var folder = Directory.CreateTempSubdirectory("pactkit-testing-");
        try
        {
            var path = Path.Combine(folder.FullName, "pacts.html");
            await using (var session = _shop.Source(new PactVerifier("shop")).WithReport(path).OpenSession()) await session.ReportAsync(_rows[1]);

            Assert.Contains("an article nobody has", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_session_that_is_over_verifies_nothing()
    {
        var session = _shop.Open();
        await session.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.ReportAsync(_rows[1]));
    }

    [Fact]
    public void What_contradicts_a_session_is_refused_with_what_to_do_instead()
    {
        using var verifier = new PactVerifier("shop");
        Assert.Contains("call WithHttpEndpoint", Assert.Throws<InvalidOperationException>(() => verifier.WithInteractionsFromTests()).Message, StringComparison.Ordinal);

        var source = _shop.Source(verifier);
        Assert.Contains("call OpenSession", Assert.ThrowsAny<Exception>(source.Verify).Message, StringComparison.Ordinal);
        Assert.Contains("filter the tests", Assert.Throws<InvalidOperationException>(() => source.WithFilter("x").OpenSession()).Message, StringComparison.Ordinal);
        Assert.Contains("WithInteractionsFromTests", Assert.Throws<InvalidOperationException>(
            () => verifier.WithFileSource(new FileInfo("pacts/web-shop.json")).OpenSession()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixture_that_is_used_too_early_says_how_it_is_used()
    {
        var fixture = new EachInteractionTests.Provider();

        Assert.Contains("IClassFixture<Provider>", Assert.Throws<InvalidOperationException>(() => fixture.Session).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _shop.Dispose();
}
