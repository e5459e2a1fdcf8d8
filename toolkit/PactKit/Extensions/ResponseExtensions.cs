using System.Globalization;
using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Integration;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>What PactNet's response builders have no word for.</summary>
public static class ResponseExtensions
{
    /// <summary>Any status of this class (V4). The mock server answers with <paramref name="example"/>, or the first of the class.</summary>
    /// <param name="builder">The response.</param>
    /// <param name="status">The class.</param>
    /// <param name="example">A status of the class, or null.</param>
    public static TResponse WithStatus<TResponse>(this TResponse builder, StatusClass status, int? example = null) where TResponse : IResponsePart =>
        WithStatus(builder, Match.Status(status, example));

    /// <summary>A status by a rule (V4): <c>Match.Status(200, 204)</c>, <c>Match.Status(StatusClass.Success)</c>.</summary>
    /// <exception cref="ArgumentException">The matcher is not about statuses, or its example is none.</exception>
    public static TResponse WithStatus<TResponse>(this TResponse builder, IMatcher status) where TResponse : IResponsePart
    {
        ArgumentNullException.ThrowIfNull(status);
        var source = Builders.Of(builder);
        var value = IntegrationJson.Value(Bodies.Serialize(status, source.Config).GetRawText());
        if (value.Rules?.Rules is not [StatusCodeRule])
            throw new ArgumentException("Only Match.Status can stand in for a status: Match.Status(200, 204) or Match.Status(StatusClass.Success).", nameof(status));
        source.Draft.Status = int.Parse(value.Values[0], CultureInfo.InvariantCulture);
        source.Draft.StatusRules = value.Rules;
        return builder;
    }

    /// <summary>A JSON body with a content type of its own, such as <c>application/problem+json</c>.</summary>
    public static TResponse WithJsonBody<TResponse>(this TResponse builder, object? body, string contentType) where TResponse : IResponsePart =>
        WithJsonBody(builder, body, Builders.Of(builder).Config.DefaultJsonSettings, contentType);

    /// <inheritdoc cref="WithJsonBody{TResponse}(TResponse, object?, string)"/>
    public static TResponse WithJsonBody<TResponse>(this TResponse builder, object? body, JsonSerializerOptions settings, string contentType)
        where TResponse : IResponsePart
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        Builders.Of(builder).Part.SetJson(Bodies.Read(body, settings), contentType);
        return builder;
    }
}
