using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Refit;

namespace PactKit.RefitTests;

/// <summary>A serializer that is not System.Text.Json: PascalCase, without nulls.</summary>
internal sealed class NewtonsoftSerializer : IHttpContentSerializer
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    public HttpContent ToHttpContent<T>(T item) => new StringContent(JsonConvert.SerializeObject(item, Settings), Encoding.UTF8, "application/json");

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        JsonConvert.DeserializeObject<T>(await content.ReadAsStringAsync(cancellationToken), Settings);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => propertyInfo.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName;
}
