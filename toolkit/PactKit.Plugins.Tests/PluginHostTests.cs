using Grpc.Core;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Tests;

public sealed class PluginHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loaded_plugin_was_told_who_calls_with_its_key_and_told_the_catalogue()
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Entries.Add(new CatalogueEntry { Key = "thing" });
        using var host = new PluginHost(fake.Options);

        var plugin = await host.LoadAsync("fake", "1.0.0", Cancellation);

        Assert.Equal([("InitPlugin", FakePlugin.Key), ("UpdateCatalogue", FakePlugin.Key)], fake.Calls);
        Assert.Equal("PactKit", fake.Requests.OfType<InitPluginRequest>().Single().Implementation);
        Assert.Equal("thing", Assert.Single(fake.Requests.OfType<Catalogue>().Single().Catalogue_).Key);
        Assert.Equal("thing", Assert.Single(plugin.Entries).Key);
    }

    [Fact]
    public async Task A_plugin_that_runs_is_not_started_again()
    {
        await using var fake = await FakePlugin.StartAsync();
        using var host = new PluginHost(fake.Options);

        var loaded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.LoadAsync("fake", cancellation: Cancellation)));

        Assert.Single(loaded.Distinct());
        Assert.Single(host.Plugins);
        Assert.Single(fake.Requests.OfType<InitPluginRequest>());
    }

    [Fact]
    public async Task A_plugin_that_has_died_is_started_again()
    {
        await using var fake = await FakePlugin.StartAsync();
        using var host = new PluginHost(fake.Options);
        var died = (await host.LoadAsync("fake", cancellation: Cancellation)).ProcessId;
        using (var process = System.Diagnostics.Process.GetProcessById(died))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        // The host sees the end a moment after it.
        for (var i = 0; i < 50 && !host.Plugins[0].HasEnded; i++) await Task.Delay(100, Cancellation);
        var again = await host.LoadAsync("fake", cancellation: Cancellation);

        Assert.NotEqual(died, again.ProcessId);
        Assert.Same(again, Assert.Single(host.Plugins));
        Assert.Equal(2, fake.Requests.OfType<InitPluginRequest>().Count());
    }

    [Fact]
    public async Task Disposing_the_host_ends_the_process()
    {
        await using var fake = await FakePlugin.StartAsync();
        int id;
        using (var host = new PluginHost(fake.Options)) id = host.Load("fake").ProcessId;

        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
    }

    [Fact]
    public async Task A_plugin_that_does_not_care_for_the_catalogue_is_loaded_all_the_same()
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Answer<Catalogue>(_ => throw new RpcException(new Status(StatusCode.Unimplemented, "")));
        using var host = new PluginHost(fake.Options);

        Assert.Equal("fake", (await host.LoadAsync("fake", cancellation: Cancellation)).Manifest.Name);
    }

    [Fact]
    public async Task A_plugin_that_fails_at_its_first_call_is_ended_and_its_words_are_passed_on()
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Answer<InitPluginRequest>(_ => throw new RpcException(new Status(StatusCode.FailedPrecondition, "needs a moon")));
        using var host = new PluginHost(fake.Options);

        var fault = await Assert.ThrowsAsync<PluginException>(() => host.LoadAsync("fake", cancellation: Cancellation));

        Assert.StartsWith("The plugin fake 1.0.0 failed at InitPlugin: needs a moon (FailedPrecondition).", fault.Message, StringComparison.Ordinal);
        Assert.Empty(host.Plugins);
    }

    [Fact]
    public async Task A_plugin_that_does_not_answer_is_told_after_the_time_limit()
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Answers[typeof(InitPluginRequest)] = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new InitPluginResponse();
        };
        using var host = new PluginHost(fake.Options with { CallTimeout = TimeSpan.FromSeconds(1) });

        var fault = await Assert.ThrowsAsync<PluginException>(() => host.LoadAsync("fake", cancellation: Cancellation));

        Assert.StartsWith("The plugin fake 1.0.0 failed at InitPlugin: it did not answer within 1 s.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "exec", "speaks version 2 of the plugin interface; this driver speaks version 1")]
    [InlineData(1, "lua", "is of the executable type \"lua\"; this driver starts \"exec\" only")]
    public async Task A_plugin_this_driver_cannot_run_is_refused(int interfaceVersion, string executableType, string reason)
    {
        await using var fake = await FakePlugin.StartAsync(interfaceVersion: interfaceVersion, executableType: executableType);
        using var host = new PluginHost(fake.Options);

        var fault = await Assert.ThrowsAsync<PluginException>(() => host.LoadAsync("fake", cancellation: Cancellation));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
