using PactKit.Broker.Storage;

namespace PactKit.Broker.Hal;

/// <summary>
/// With <c>PACT_BROKER_USE_CASE_SENSITIVE_RESOURCE_NAMES=false</c>: turns names in a path into the spelling they are stored in, so
/// that everything behind it goes on comparing exactly. Branches are never part of this.
/// </summary>
internal static class StoredNames
{
    private static readonly string[] Parties = ["pacticipant", "consumer", "provider"];
    private static readonly string[] Tags = ["tag", "toTag", "providerTag"];

    public static Task ResolveAsync(HttpContext context, RequestDelegate next)
    {
        var settings = context.RequestServices.GetRequiredService<BrokerSettings>();
        return settings.UseCaseSensitiveResourceNames || context.Request.RouteValues.Count == 0 ? next(context) : ResolveThenAsync(context, next);
    }

    private static async Task ResolveThenAsync(HttpContext context, RequestDelegate next)
    {
        var db = context.RequestServices.GetRequiredService<Session>();
        var values = context.Request.RouteValues;
        foreach (var name in Parties) await ReplaceAsync(values, name, "SELECT name FROM pacticipants WHERE lower(name) = lower(@text)", null);
        var owner = (values.GetValueOrDefault("pacticipant") ?? values.GetValueOrDefault("consumer")) as string;
        foreach (var name in new[] { "number", "other" })
        {
            await ReplaceAsync(values, name, "SELECT v.number FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id WHERE p.name = @owner AND lower(v.number) = lower(@text)", owner);
        }

        foreach (var name in Tags) await ReplaceAsync(values, name, "SELECT name FROM tags WHERE lower(name) = lower(@text)", null);
        await next(context);

        async Task ReplaceAsync(RouteValueDictionary route, string key, string sql, string? of)
        {
            if (route.GetValueOrDefault(key) is not string text) return;
            var spellings = await db.Query<string>(sql, new { text, owner = of }, context.RequestAborted);
            if (spellings.Count > 0 && !spellings.Contains(text)) route[key] = spellings[0];
        }
    }
}
