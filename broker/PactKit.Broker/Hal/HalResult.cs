using System.Text.Json;

namespace PactKit.Broker.Hal;

/// <summary>Writes a document; <c>application/json</c> when only that was asked for and the resource offers it.</summary>
internal sealed class HalResult(HalDocument document, int status = StatusCodes.Status200OK, string? location = null, string contentType = MediaTypes.Hal) : IResult
{
    public int Status => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        if (location is not null) response.Headers.Location = location;
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, HalDocument.WriterOptions)) document.WriteTo(writer);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
