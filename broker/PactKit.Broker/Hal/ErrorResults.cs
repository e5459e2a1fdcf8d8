namespace PactKit.Broker.Hal;

internal sealed class ValidationErrors(IReadOnlyDictionary<string, List<string>>? fields, IReadOnlyList<string>? list, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = new BrokerRequest(httpContext);
        if (request.WantsProblem) return new HalResult(Problem(request.Urls.Base, httpContext.Request.RouteValues), status, contentType: MediaTypes.Problem).ExecuteAsync(httpContext);
        object errors = list is not null ? list : fields!.Select(field => new KeyValuePair<string, object?>(field.Key, field.Value));
        return new HalResult(new HalDocument { ["errors"] = errors }, status).ExecuteAsync(httpContext);
    }

    private HalDocument Problem(string baseUrl, RouteValueDictionary path) => new()
    {
        ["title"] = "Validation errors",
        ["type"] = $"{baseUrl}/problems/validation-error",
        ["status"] = status,
        ["instance"] = "/",
        ["errors"] = list is not null
            ? list.Select(message => Item(baseUrl, message, null)).ToList()
            : fields!.SelectMany(field => field.Value.Select(message => path.ContainsKey(field.Key) ? Segment(baseUrl, message, field.Key) : InBody(baseUrl, message, "/" + field.Key.Replace('.', '/')))).ToList(),
    };

    /// <summary>Where the older form tells the place in a list with words, this one has it in the pointer: <c>/contracts/0</c>.</summary>
    private static HalDocument InBody(string baseUrl, string message, string pointer)
    {
        const string Mark = " (at index ";
        var mark = message.LastIndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0 || !message.EndsWith(')')) return Item(baseUrl, message, pointer);
        return Item(baseUrl, message[..mark], $"{pointer}/{message[(mark + Mark.Length)..^1]}");
    }

    private static HalDocument Item(string baseUrl, string message, string? pointer) => new()
    {
        ["type"] = $"{baseUrl}/problems/{Kind(message)}",
        ["title"] = "Invalid body parameter",
        ["detail"] = message,
        ["pointer"] = pointer,
    };

    /// <summary>What is wrong stands in the path, not in the body.</summary>
    private static HalDocument Segment(string baseUrl, string message, string parameter) => new()
    {
        ["type"] = $"{baseUrl}/problems/{(message.Contains("missing", StringComparison.Ordinal) ? "missing-request-parameter" : message.Contains("format", StringComparison.Ordinal) ? "invalid-request-parameter-format" : "invalid-request-parameter-value")}",
        ["title"] = "Invalid path segment",
        ["detail"] = message,
        ["parameter"] = parameter,
    };

    private static string Kind(string message) =>
        message.Contains("missing", StringComparison.Ordinal) ? "missing-body-property"
        : message.Contains("format", StringComparison.Ordinal) ? "invalid-body-property-format"
        : "invalid-body-property-value";
}

/// <summary>One message. Note the singular <c>/problem/</c>, and that the status in the body is not always that of the response.</summary>
internal sealed class SingleError(int status, string message, string type, string title, int statedStatus, string contentType, bool relative = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = new BrokerRequest(httpContext);
        if (status == StatusCodes.Status404NotFound && request.WantsHtml) return Ui.Page.Of<Ui.MissingPage>(request, message, status).ExecuteAsync(httpContext);
        if (!request.WantsProblem) return new HalResult(new HalDocument { ["error"] = message }, status, contentType: contentType).ExecuteAsync(httpContext);
        var problem = new HalDocument
        {
            ["title"] = title,
            ["type"] = $"{(relative ? "" : request.Urls.Base)}/problem/{type}",
            ["detail"] = message,
            ["status"] = statedStatus,
        };
        return new HalResult(problem, status, contentType: MediaTypes.Problem).ExecuteAsync(httpContext);
    }
}

/// <summary>The URI itself is at fault: always problem+json, whatever was asked for.</summary>
internal sealed class PathError(int status, string title, string type, string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new HalDocument
        {
            ["title"] = title,
            ["type"] = $"{new BrokerRequest(httpContext).Urls.Base}/problems/{type}",
            ["detail"] = detail,
            ["status"] = status,
        };
        return new HalResult(problem, status, contentType: MediaTypes.Problem).ExecuteAsync(httpContext);
    }
}

/// <summary>An unexpected failure: the message stays in the log, the client gets a reference to look it up.</summary>
internal sealed class ServerError(string reference) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = new BrokerRequest(httpContext);
        var message = $"An error occurred. The details are in the broker's log under the reference {reference}.";
        if (!request.WantsProblem)
        {
            var error = new HalDocument { ["message"] = message, ["reference"] = reference };
            return new HalResult(new HalDocument { ["error"] = error }, 500).ExecuteAsync(httpContext);
        }

        var problem = new HalDocument
        {
            ["title"] = "Server error",
            ["type"] = $"{request.Urls.Base}/problems/server-error",
            ["detail"] = message,
            ["status"] = 500,
        };
        return new HalResult(problem, 500, contentType: MediaTypes.Problem).ExecuteAsync(httpContext);
    }
}
