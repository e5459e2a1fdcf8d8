using System.Net;
using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Says what the provider answers (specification version 2).</summary>
public interface IResponseBuilderV2 : PactKit.IResponsePart
{
    /// <summary>The status; 200 when never set.</summary>
    IResponseBuilderV2 WithStatus(HttpStatusCode status);

    /// <inheritdoc cref="WithStatus(HttpStatusCode)"/>
    IResponseBuilderV2 WithStatus(ushort status);

    /// <summary>A header. The same name again, in any case, adds a value. The provider may send further headers.</summary>
    IResponseBuilderV2 WithHeader(string key, string value);

    /// <summary>A header with a matcher.</summary>
    IResponseBuilderV2 WithHeader(string key, IMatcher matcher);

    /// <summary>
    /// A JSON body, which may hold matchers anywhere; null is the JSON value null. The provider may answer with further keys. Content type:
    /// application/json, or what a Content-Type header says. Names are written by the serialiser settings: as C# spells them unless told.
    /// </summary>
    IResponseBuilderV2 WithJsonBody(dynamic? body);

    /// <inheritdoc cref="WithJsonBody(dynamic)"/>
    IResponseBuilderV2 WithJsonBody(dynamic? body, JsonSerializerOptions settings);

    /// <summary>A body of any kind as text. The content type becomes the header unless one is declared.</summary>
    IResponseBuilderV2 WithBody(string body, string contentType);
}
