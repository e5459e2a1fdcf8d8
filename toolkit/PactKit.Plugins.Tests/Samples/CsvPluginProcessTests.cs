using System.Diagnostics;

namespace PactKit.Plugins.Tests.Samples;

public sealed class CsvPluginProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plugin_ends_with_a_driver_that_was_ended_by_force()
    {
        Script.SkipOnWindows();
        using var driver = Process.Start("sleep", "120");
        using var plugin = Start(driver.Id);
        try
        {
            Assert.StartsWith("{\"port\":", await plugin.StandardOutput.ReadLineAsync(Cancellation), StringComparison.Ordinal);
            Assert.False(plugin.HasExited);

            driver.Kill();

            await plugin.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        finally
        {
            if (!driver.HasExited) driver.Kill();
            if (!plugin.HasExited) plugin.Kill();
        }
    }

    [Fact]
    public async Task A_call_without_the_key_is_refused()
    {
        using var plugin = Start(Environment.ProcessId);
        try
        {
            var line = await plugin.StandardOutput.ReadLineAsync(Cancellation);
            using var start = System.Text.Json.JsonDocument.Parse(line!);
            using var channel = Grpc.Net.Client.GrpcChannel.ForAddress($"http://127.0.0.1:{start.RootElement.GetProperty("port").GetInt32()}");
            var client = new Plugins.Protocol.PactPlugin.PactPluginClient(channel);

            var fault = await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () =>
                await client.InitPluginAsync(new Plugins.Protocol.InitPluginRequest(), cancellationToken: Cancellation));

            Assert.Equal(Grpc.Core.StatusCode.Unauthenticated, fault.StatusCode);
        }
        finally
        {
            plugin.Kill();
        }
    }

    private static Process Start(int driver)
    {
        var start = new ProcessStartInfo(Path.Combine(CsvPluginFixture.PluginDirectory, "csv-0.1.0", OperatingSystem.IsWindows() ? "pact-csv-plugin.exe" : "pact-csv-plugin"))
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PACTKIT_PLUGIN_PARENT"] = $"{driver}";
        return Process.Start(start)!;
    }
}
