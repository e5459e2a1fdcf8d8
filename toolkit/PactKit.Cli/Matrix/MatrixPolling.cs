using System.Globalization;
using PactKit.Brokers;

namespace PactKit.Cli.Matrix;

/// <summary>Asks again while results are missing: a provider's verification may still be running.</summary>
internal static class MatrixPolling
{
    public static async Task<BrokerResult<MatrixAnswer>> AskAsync(
        CliHost host, PactBroker broker, MatrixQuery query, int retries, TimeSpan interval, CancellationToken cancellationToken)
    {
        for (var left = retries; ; left--)
        {
            var answer = await broker.Matrix.AskAsync(query, cancellationToken);
            if (!answer.Succeeded || answer.Value.Deployable is not null || left <= 0) return answer;
            host.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"pactkit: {answer.Value.Unknown} result(s) missing; asking again in {interval.TotalSeconds:0.#} s, {left} more time(s)."));
            await Task.Delay(interval, host.Clock, cancellationToken);
        }
    }
}
