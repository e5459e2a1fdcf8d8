using System.Net;
using System.Text;
using System.Text.Json;

namespace PactKit.Brokers.Http;

/// <summary>Makes a <see cref="BrokerError"/> of an answer, whichever of its several shapes the broker chose for the body.</summary>
internal static class ErrorReader
{
    private const int LongestPlainText = 2000;

    public static BrokerError Read(HttpMethod method, Uri url, HttpStatusCode status, string? mediaType, byte[] body)
    {
        var json = Parse(body);
        var details = new List<string>();
        var notices = new List<BrokerNotice>();
        if (json is { } root)
        {
            notices.AddRange(Notices(root));
            ReadErrors(root, details);
        }
        else if (mediaType == "text/plain" && body.Length > 0)
        {
            details.Add(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestPlainText)).Trim());
        }

        var kind = KindOf(status);
        if (kind == BrokerErrorKind.NotFound && json is null && mediaType == "text/html")
            return Failures.NotABroker(new Uri(url.GetLeftPart(UriPartial.Path)), $"its answer is text/html, not JSON ({(int)status})");
        return new BrokerError(kind, Sentence(kind, method, url, (int)status, details.Count + notices.Count > 0))
        {
            Url = url,
            Status = (int)status,
            Details = details,
            Notices = notices,
        };
    }

    /// <summary>The <c>notices</c> of any answer.</summary>
    public static IEnumerable<BrokerNotice> Notices(JsonElement json) =>
        from notice in json.Items("notices")
        let text = notice.ValueKind == JsonValueKind.String ? notice.GetString() : notice.Text("text")
        where text is not null
        select new BrokerNotice((notice.ValueKind == JsonValueKind.Object ? notice.Text("type") : null) ?? "info", text);

    private static void ReadErrors(JsonElement root, List<string> details)
    {
        AddText(root.Member("error"), null, details);
        AddText(root.Member("errors"), null, details);
        if (details.Count == 0 && (root.Text("detail") ?? root.Text("title")) is { } detail) details.Add(detail);
    }

    private static void AddText(JsonElement? value, string? field, List<string> details)
    {
        switch (value?.ValueKind)
        {
            case JsonValueKind.String:
                details.Add(string.IsNullOrEmpty(field) ? value.Value.GetString()! : $"{field}: {value.Value.GetString()}");
                break;
            case JsonValueKind.Array:
                foreach (var item in value.Value.EnumerateArray()) AddText(item, field, details);
                break;
            case JsonValueKind.Object when (value.Value.Text("detail") ?? value.Value.Text("message")) is { } text:
                var pointer = value.Value.Text("pointer") ?? value.Value.Text("parameter");
                details.Add(pointer is null ? text : $"{pointer.TrimStart('/')}: {text}");
                break;
            case JsonValueKind.Object:
                foreach (var member in value.Value.EnumerateObject()) AddText(member.Value, member.Name, details);
                break;
        }
    }

    private static JsonElement? Parse(byte[] body)
    {
        if (body.Length == 0) return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BrokerErrorKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => BrokerErrorKind.Unauthorized,
        HttpStatusCode.NotFound => BrokerErrorKind.NotFound,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => BrokerErrorKind.ServerFailure,
        >= HttpStatusCode.InternalServerError => BrokerErrorKind.ServerFailure,
        _ => BrokerErrorKind.Rejected,
    };

    private static string Sentence(BrokerErrorKind kind, HttpMethod method, Uri url, int status, bool more)
    {
        var end = more ? ":" : ".";
        return kind switch
        {
            BrokerErrorKind.Unauthorized =>
                $"The broker refused {method} {url} ({status}): check the user name and password, or the token{end}",
            BrokerErrorKind.NotFound => $"The broker knows nothing at {url} ({status}){end}",
            BrokerErrorKind.ServerFailure => $"The broker failed to answer {method} {url} ({status}){end}",
            _ => $"The broker rejected {method} {url} ({status}){end}",
        };
    }
}
