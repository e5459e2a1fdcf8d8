using System.Globalization;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Verifier;

/// <summary>Sends the request of an interaction and compares the answer.</summary>
internal sealed class HttpExchange(VerifierOptions options)
{
    private const string UserAgent = "PactKit";

    public async Task<ExchangeResult> RunAsync(
        HttpInteraction interaction, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        if (options.Http is null) return ExchangeResult.Failed("There is no HTTP endpoint to verify this interaction with: call WithHttpEndpoint.");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Timeout);
        try
        {
            var request = ProviderMode.Apply(interaction.Request, values, options);
            if (SendableRequest.Fault(request.Part) is { } unsendable) return ExchangeResult.Failed(unsendable);
            using var message = Message(request.Part);
            if (options.RequestFilter is not null) await options.RequestFilter(message, timeout.Token);
            var sending = options.Http.SendAsync(message, timeout.Token);

            // While the provider is busy, the comparison is made ready.
            var matcher = new ResponseMatcher(interaction.Response, options.Matching);
            matcher.Prepare();
            using var answer = await sending;
            var response = await HttpMessages.ReadAsync(answer, timeout.Token);

            // While it is compared, the provider may have its next request.
            return new ExchangeResult(Task.Run(() => matcher.Match(response), CancellationToken.None))
            {
                Response = response, Warnings = request.Warnings,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ExchangeResult.Failed($"The provider did not answer within {options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        }
        catch (Exception fault) when (TransferFailure.Is(fault))
        {
            return ExchangeResult.Failed($"The provider at {options.BaseUri} {TransferFailure.Say(fault)}.");
        }
#pragma warning disable CA1031 // A provider in memory, or a request filter, may throw anything: it fails the interaction, not the run.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return ExchangeResult.Failed($"The request failed: {fault.GetType().Name}: {fault.Message}");
        }
#pragma warning restore CA1031
    }

    private HttpRequestMessage Message(Request request)
    {
        var message = HttpMessages.Write(request, ProviderUri.Of(options.BaseUri, request));
        if (!message.Headers.NonValidated.Contains("User-Agent")) message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        // As other verifiers: some providers refuse who does not say what they want.
        if (!message.Headers.NonValidated.Contains("Accept")) message.Headers.TryAddWithoutValidation("Accept", "*/*");
        foreach (var (name, value) in options.CustomHeaders)
        {
            if (HttpMessages.IsContentHeader(name))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                message.Headers.Remove(name);
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
