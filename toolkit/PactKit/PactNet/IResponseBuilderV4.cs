using System.Net;
using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Says what the provider answers (specification version 4).</summary>
public interface IResponseBuilderV4
{
    /// <summary>The status; 200 when never set.</summary>
    IResponseBuilderV4 WithStatus(HttpStatusCode status);

    /// <inheritdoc cref="WithStatus(HttpStatusCode)"/>
    IResponseBuilderV4 WithStatus(ushort status);

    /// <summary>A header. The same name again, in any case, adds a value.</summary>
    IResponseBuilderV4 WithHeader(string key, string value);

    /// <summary>A header with a matcher.</summary>
    IResponseBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>A JSON body, which may hold matchers anywhere; null is the JSON value null. Content type: application/json.</summary>
    IResponseBuilderV4 WithJsonBody(dynamic? body);

    /// <inheritdoc cref="WithJsonBody(dynamic)"/>
    IResponseBuilderV4 WithJsonBody(dynamic? body, JsonSerializerOptions settings);

    /// <summary>A body of any kind as text.</summary>
    IResponseBuilderV4 WithBody(string body, string contentType);
}
