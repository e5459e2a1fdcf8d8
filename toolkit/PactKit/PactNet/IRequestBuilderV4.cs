using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

/// <summary>Says what the consumer requests (specification version 4).</summary>
public interface IRequestBuilderV4 : PactKit.IRequestPart
{
    /// <summary>Adds a state the provider has to be in. Call it again for more.</summary>
    IRequestBuilderV4 Given(string providerState);

    /// <summary>Adds a state with parameters. A value that is JSON (a number, true, an object) is stored as that.</summary>
    IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    /// <summary>
    /// Method and path. The path is compared as it is spelled: percent-encoding and a slash at the end count. A query inside it never matches;
    /// use <c>WithQuery</c>.
    /// </summary>
    IRequestBuilderV4 WithRequest(HttpMethod method, string path);

    /// <inheritdoc cref="WithRequest(HttpMethod, string)"/>
    IRequestBuilderV4 WithRequest(string method, string path);

    /// <summary>
    /// A query parameter, not encoded. The same name again adds a value. Names are case-sensitive, the order of values counts, and a parameter
    /// that is not declared is a mismatch.
    /// </summary>
    IRequestBuilderV4 WithQuery(string key, string value);

    /// <summary>A query parameter with a matcher.</summary>
    IRequestBuilderV4 WithQuery(string key, IMatcher matcher);

    /// <summary>A header. The same name again, in any case, adds a value. Headers that are not declared may be sent as well.</summary>
    IRequestBuilderV4 WithHeader(string key, string value);

    /// <summary>A header with a matcher.</summary>
    IRequestBuilderV4 WithHeader(string key, IMatcher matcher);

    /// <summary>
    /// A JSON body, which may hold matchers anywhere; null is the JSON value null. A key that is not in it is a mismatch. Content type:
    /// application/json, or what a Content-Type header says. Names are written by the serialiser settings: as C# spells them unless told.
    /// </summary>
    IRequestBuilderV4 WithJsonBody(dynamic? body);

    /// <inheritdoc cref="WithJsonBody(dynamic)"/>
    IRequestBuilderV4 WithJsonBody(dynamic? body, string contentType);

    /// <inheritdoc cref="WithJsonBody(dynamic)"/>
    IRequestBuilderV4 WithJsonBody(dynamic? body, JsonSerializerOptions settings);

    /// <inheritdoc cref="WithJsonBody(dynamic)"/>
    IRequestBuilderV4 WithJsonBody(dynamic? body, JsonSerializerOptions settings, string contentType);

    /// <summary>
    /// A body of any kind as text. The content type becomes the header unless one is declared. Without any body call, any body is accepted.
    /// </summary>
    IRequestBuilderV4 WithBody(string body, string contentType);

    /// <summary>Goes on to the response.</summary>
    /// <exception cref="InvalidOperationException">WithRequest was not called.</exception>
    IResponseBuilderV4 WillRespond();
}
