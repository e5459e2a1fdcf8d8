using FieldErrors = System.Collections.Generic.IReadOnlyDictionary<string, System.Collections.Generic.List<string>>;

namespace PactKit.Broker.Hal;

/// <summary>Every shape in which the broker refuses. Which one depends on the <c>Accept</c> header, so they are results, not texts.</summary>
internal static class Errors
{
    public const string NotFoundText = "There is nothing at this address.";

    /// <summary>Failed validation of a body or of query parameters, keyed by field.</summary>
    public static IResult Validation(FieldErrors errors, int status = StatusCodes.Status400BadRequest) => new ValidationErrors(errors, null, status);

    public static IResult Validation(string field, string message, int status = StatusCodes.Status400BadRequest) =>
        Validation(new Dictionary<string, List<string>> { [field] = [message] }, status);

    /// <summary>The matrix's form: a list without fields.</summary>
    public static IResult Validation(IReadOnlyList<string> errors) => new ValidationErrors(null, errors, StatusCodes.Status400BadRequest);

    public static IResult Message(int status, string message) => new SingleError(status, message, "server-error", "Server error", 500, MediaTypes.Hal);

    public static IResult NotFound(string message) => new SingleError(404, message, "not-found", "Not found", 404, MediaTypes.Hal);

    public static IResult PacticipantNotFound(string name) => NotFound($"No pacticipant with name '{name}' found");

    public static IResult NotFound() => new SingleError(404, NotFoundText, "not-found", "404 Not Found", 404, MediaTypes.Json, relative: true);

    public static IResult Malformed(string message) => Message(StatusCodes.Status400BadRequest, message);

    public static IResult WrongMediaType() => new EmptyResult(StatusCodes.Status415UnsupportedMediaType, MediaTypes.Hal);

    public static IResult NotAcceptable() => new EmptyResult(StatusCodes.Status406NotAcceptable);

    public static IResult EmptyPathComponent() =>
        new PathError(404, "Not Found", "not-found", "The path contains an empty component: two slashes in a row. Encode a slash in a name as %2F, and leave no name out.");

    public static IResult UnreadableUri() =>
        new PathError(404, "Not Found", "not-found", "The URI cannot be read: a percent sign must be followed by two hexadecimal digits, and the bytes must be UTF-8.");

    public static IResult ControlCharacter() =>
        new PathError(422, "Unprocessable content", "invalid-path-component", "The URI contains a control character (newline, tab or the like). Remove it.");
}
