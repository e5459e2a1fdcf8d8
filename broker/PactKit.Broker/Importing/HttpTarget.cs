using System.Net.Http.Headers;
using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <summary>A broker of ours that runs, through its own import resource.</summary>
internal sealed class HttpTarget(HttpMessageInvoker http, Uri baseUrl, AuthenticationHeaderValue? authorization) : IImportTarget
{
    private readonly string _base = baseUrl.AbsoluteUri.TrimEnd('/');

    public async Task<int> ApplyAsync(ImportBatch batch, CancellationToken ct)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(batch, JsonSerializerOptions.Web));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return (await SendAsync(HttpMethod.Post, ImportApi.Path, content, ct)).GetProperty("added").GetInt32();
    }

    public async Task<ImportedAlready> KnownAsync(string consumer, CancellationToken ct) =>
        (await SendAsync(HttpMethod.Get, $"{ImportApi.Path}/{Uri.EscapeDataString(consumer)}", null, ct)).Deserialize<ImportedAlready>(JsonSerializerOptions.Web)!;

    public async Task<bool?> MayDeployAsync(string query, CancellationToken ct) => (await SendAsync(HttpMethod.Get, "/matrix?" + query, null, ct)).Member("summary")?.Flag("deployable");

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, _base + path) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "application/hal+json");
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await http.SendAsync(request, ct);
            var status = (int)response.StatusCode;
            if (status is 401 or 403) throw new ImportException($"The broker at {_base} refused us ({status}): check --broker-token, or --broker-username and --broker-password.");
            if (status is 404 or 405) throw new ImportException($"The broker at {_base} takes no imports: that is a broker of another make, or an older one. Import to its database with --database.");
            if (!response.IsSuccessStatusCode) throw new ImportException($"The broker at {_base} answered {status}: {await response.Content.ReadAsStringAsync(ct)}");
            return await JsonSerializer.DeserializeAsync<JsonElement>(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new ImportException($"The broker at {_base} cannot be used: {failure.GetBaseException().Message.TrimEnd('.')}.");
        }
    }
}
