using System.Text;
using System.Text.Json.Nodes;
using PactKit.Matching;

namespace PactKit.Reporting;

/// <summary>A mismatch as JSON, in the shape other Pact implementations print.</summary>
internal static class MismatchJson
{
    public static JsonObject Of(Mismatch mismatch)
    {
        var json = new JsonObject { ["type"] = mismatch.GetType().Name };
        var (expected, actual, name, place) = mismatch switch
        {
            MethodMismatch m => (m.Expected, m.Actual, null, null),
            PathMismatch m => (m.Expected, m.Actual, null, null),
            StatusMismatch m => (JsonValue.Create(m.Expected), JsonValue.Create(m.Actual), null, null),
            QueryMismatch m => (m.Expected, m.Actual, "parameter", m.Parameter),
            HeaderMismatch m => (m.Expected, m.Actual, "key", m.Key),
            MetadataMismatch m => (m.Expected, m.Actual, "key", m.Key),
            BodyTypeMismatch m => (m.Expected, m.Actual, null, null),
            BodyMismatch m => (m.Expected, m.Actual, "path", m.Path),
            ResponseCountMismatch m => (JsonValue.Create(m.Expected), JsonValue.Create(m.Actual), null, null),
            _ => ((JsonNode?)null, (JsonNode?)null, (string?)null, (string?)null),
        };
        if (name is not null) json[name] = place;
        json["expected"] = expected;
        json["actual"] = actual;
        if (mismatch is BodyTypeMismatch type)
        {
            json["expectedBody"] = Encoding.UTF8.GetString(type.ExpectedBody.Span);
            json["actualBody"] = Encoding.UTF8.GetString(type.ActualBody.Span);
        }

        json["mismatch"] = mismatch.Description;
        return json;
    }
}
