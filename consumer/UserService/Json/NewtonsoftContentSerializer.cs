using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Refit;

namespace UserService.Json;

/// <summary>Newtonsoft.Json behind Refit, so that a client keeps the serialiser its models were written for.</summary>
internal sealed class NewtonsoftContentSerializer(JsonSerializerSettings settings) : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public HttpContent ToHttpContent<T>(T item) =>
        new StringContent(JsonConvert.SerializeObject(item, settings), Encoding.UTF8, Json);

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        // Newtonsoft reads synchronously, so the body is taken in whole before it starts.
        var text = await content.ReadAsStringAsync(cancellationToken);
        return JsonConvert.DeserializeObject<T>(text, settings);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo)
    {
        ArgumentNullException.ThrowIfNull(propertyInfo);
        return propertyInfo.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;
    }
}
