using System.Text.Json;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Environments: where versions are deployed or released.</summary>
public sealed class BrokerEnvironments
{
    private static readonly HashSet<string> Settable = ["name", "displayName", "production", "contacts"];
    private readonly BrokerHttp _http;

    internal BrokerEnvironments(BrokerHttp http) => _http = http;

    /// <summary>All environments, as links and embedded resources of one document.</summary>
    public async Task<BrokerResult<HalDocument>> ListAsync(CancellationToken cancellationToken = default)
    {
        var list = await _http.FromIndexAsync("pb:environments", cancellationToken);
        return list.Succeeded ? await _http.GetAsync(list.Value, cancellationToken) : list.Error;
    }

    /// <summary>
    /// The environment with this UUID; <see cref="BrokerErrorKind.NotFound"/> where there is none. By name: <see cref="FindAsync"/>.
    /// </summary>
    public async Task<BrokerResult<HalDocument>> GetAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:environment", cancellationToken, ("uuid", uuid));
        if (!target.Succeeded) return target.Error;
        var answer = await _http.GetAsync(target.Value, cancellationToken);
        return answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"The broker has no environment with the UUID {uuid}.", Details = [] }
            : answer;
    }

    /// <summary>The environment of that name; the error names the ones there are.</summary>
    public async Task<BrokerResult<HalDocument>> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var list = await ListAsync(cancellationToken);
        if (!list.Succeeded) return list;
        var links = list.Value.Links("pb:environments");
        return links.FirstOrDefault(link => link.Name == name) is { } found
            ? await _http.GetAsync(_http.Root.Resolve(found.Href), cancellationToken)
            : Unknown(name, list.Value);
    }

    /// <summary>
    /// Creates an environment. Without <see cref="EnvironmentSettings.Production"/> it is none of production. A name that is taken is an
    /// error.
    /// </summary>
    public async Task<BrokerResult<HalDocument>> CreateAsync(EnvironmentSettings settings, CancellationToken cancellationToken = default)
    {
        var list = await _http.FromIndexAsync("pb:environments", cancellationToken);
        if (!list.Succeeded) return list.Error;
        var body = JsonBody.Write(json => Write(json, settings with { Production = settings.Production ?? false }));
        return await _http.SendAsync(HttpMethod.Post, list.Value, body, cancellationToken);
    }

    /// <summary>Changes what is given. The broker replaces whole environments, so the rest is read first and sent along.</summary>
    public async Task<BrokerResult<HalDocument>> UpdateAsync(
        string uuid, EnvironmentSettings changes, CancellationToken cancellationToken = default)
    {
        var existing = await GetAsync(uuid, cancellationToken);
        if (!existing.Succeeded) return existing;
        var body = JsonBody.Write(json =>
        {
            foreach (var member in existing.Value.Json.EnumerateObject())
                if (Settable.Contains(member.Name) && !IsGiven(changes, member.Name)) member.WriteTo(json);
            Write(json, changes);
        });
        return await _http.SendAsync(HttpMethod.Put, existing.Value.Url, body, cancellationToken);
    }

    /// <summary>Deletes the environment and what was recorded for it. The value is the environment as it was.</summary>
    public async Task<BrokerResult<HalDocument>> DeleteAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var existing = await GetAsync(uuid, cancellationToken);
        if (!existing.Succeeded) return existing;
        var answer = await _http.SendAsync(HttpMethod.Delete, existing.Value.Url, null, cancellationToken);
        return answer.Succeeded ? existing : answer;
    }

    internal static BrokerError Unknown(string name, HalDocument list)
    {
        var names = list.Links("pb:environments").Select(link => link.Name).OfType<string>().ToArray();
        var known = names.Length == 0 ? "the broker has none yet; create it first" : "the broker has " + string.Join(", ", names);
        return new BrokerError(BrokerErrorKind.NotFound, $"There is no environment called '{name}': {known}.") { Url = list.Url };
    }

    private static bool IsGiven(EnvironmentSettings changes, string member) => member switch
    {
        "name" => changes.Name is not null,
        "displayName" => changes.DisplayName is not null,
        "production" => changes.Production is not null,
        _ => changes.ContactName is not null || changes.ContactEmailAddress is not null,
    };

    private static void Write(Utf8JsonWriter json, EnvironmentSettings settings)
    {
        if (settings.Name is not null) json.WriteString("name", settings.Name);
        if (settings.DisplayName is not null) json.WriteString("displayName", settings.DisplayName);
        if (settings.Production is { } production) json.WriteBoolean("production", production);
        if (settings.ContactName is null && settings.ContactEmailAddress is null) return;
        json.WriteStartArray("contacts");
        json.WriteStartObject();
        json.WriteString("name", settings.ContactName ?? settings.ContactEmailAddress);
        if (settings.ContactEmailAddress is { } address)
        {
            json.WriteStartObject("details");
            json.WriteString("emailAddress", address);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
