using System.Text;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

/// <summary>Short words for interactions in tests.</summary>
internal static class Interactions
{
    public static HttpInteraction Get(
        string path, string? description = null, Func<Request, Request>? request = null, Func<Response, Response>? response = null) =>
        Of("GET", path, description, request, response);

    public static HttpInteraction Of(
        string method, string path, string? description = null, Func<Request, Request>? request = null, Func<Response, Response>? response = null)
    {
        var plain = new Request { Method = method, Path = path };
        return new HttpInteraction
        {
            Description = description ?? $"{method} {path}",
            Request = request?.Invoke(plain) ?? plain,
            Response = response?.Invoke(new Response()) ?? new Response(),
        };
    }

    public static Body Json(string json) => Body.Of(Encoding.UTF8.GetBytes(json), ContentType.Json);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Headers(params (string Name, string[] Values)[] headers) =>
        headers.ToDictionary(header => header.Name, header => (IReadOnlyList<string>)header.Values, StringComparer.OrdinalIgnoreCase);
}
