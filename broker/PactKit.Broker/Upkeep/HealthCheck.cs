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
        var address = AddressOf(BrokerSettings.From(configuration));
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

    /// <summary>Where the broker of this machine answers: what listens on every address does so on 127.0.0.1 too, one address is asked itself.</summary>
    public static Uri AddressOf(BrokerSettings settings)
    {
        var host = settings.Host is "+" or "*" or "0.0.0.0" or "[::]" or "::" ? "127.0.0.1" : settings.Host;
        return new Uri($"http://{host}:{settings.Port}/diagnostic/status/heartbeat");
    }
}
