namespace PactKit.Broker.Upkeep;

/// <summary>
/// <c>PactKit.Broker healthcheck</c>: asks the broker of this machine whether it is there. For containers, whose base image has no
/// program that could ask.
/// </summary>
internal static class HealthCheck
{
    public const string Command = "healthcheck";

    /// <returns>0 when the broker answers, 1 when it does not. One that asks for a password is there.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var address = new Uri($"http://127.0.0.1:{BrokerSettings.From(configuration).Port}/diagnostic/status/heartbeat");
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var response = await client.GetAsync(address);
            if ((int)response.StatusCode < StatusCodes.Status500InternalServerError) return 0;
            await Console.Error.WriteLineAsync($"{address} answered {(int)response.StatusCode}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} did not answer: {failure.Message}");
        }

        return 1;
    }
}
