using System.Text.Json;
using PactKit.Model.Json;
using PactKit.Model.Reading;

namespace PactKit.Model;

/// <summary>Reads pacts of every version. Lenient, as the specification asks: what is not known is kept or ignored with a warning.</summary>
public static class PactReader
{
    // From here on it pays to read side by side.
    private const int Many = 200;

    private static readonly string[] Known = ["consumer", "provider", "interactions", "messages", "metadata"];

    private static readonly string[] Versions = ["pactSpecification", "pact-specification", "pactSpecificationVersion"];

    /// <summary>Reads a file. A file that is not there or may not be read is an error of the result, too.</summary>
    public static ReadResult ReadFile(string path)
    {
        if (Directory.Exists(path)) return new ReadResult { Error = $"{path}: this is a folder, not a pact file; name a file in it, or verify the folder as one" };
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new ReadResult { Error = $"{path}: the pact file could not be read. {fault.Message}" };
        }
    }

    /// <summary>Reads a pact from JSON bytes. <paramref name="source"/> (a path, a URL) only names it in errors.</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> utf8Json, string source)
    {
        if (!JsonText.TryParse(utf8Json, out var document, out var error)) return new ReadResult { Error = $"{source}: {error}" };
        using (document)
        {
            var log = new ReadLog();
            var pact = Read(document.RootElement, log);
            if (log.Error is not { } fault) return new ReadResult { Pact = pact, Warnings = log.Warnings };
            var text = JsonText.WithoutMark(utf8Json).Span;
            var at = JsonFault.LineAndColumn(text, fault.Place.OffsetIn(text) ?? 0);
            return new ReadResult { Error = $"{source}: {at} ({fault.Place}): {fault.Message}", Warnings = log.Warnings };
        }
    }

    /// <summary>Reads one request in the form of a version. What had to be ignored is added to <paramref name="warnings"/>.</summary>
    internal static Request ReadRequest(JsonElement json, PactSpecification specification, ICollection<string>? warnings = null) =>
        ReadPart(log => new PartReader(specification, log).Request(json, Place.Root), warnings);

    internal static Response ReadResponse(JsonElement json, PactSpecification specification, ICollection<string>? warnings = null) =>
        ReadPart(log => new PartReader(specification, log).Response(json, Place.Root), warnings);

    internal static MessageContents ReadMessage(JsonElement json, PactSpecification specification, ICollection<string>? warnings = null) =>
        ReadPart(log => new PartReader(specification, log).Message(json, Place.Root), warnings);

    /// <summary>Reads an interaction that has a description; null where there is no making sense of it.</summary>
    internal static Interaction? ReadInteraction(JsonElement json, PactSpecification specification, bool isMessage)
    {
        var log = new ReadLog();
        var interaction = new InteractionReader(specification, log).Read(json, 0, isMessage, Place.Root);
        return log.Error is null ? interaction : null;
    }

    /// <summary>Reads the value of a <c>matchingRules</c> member, in the V2 or the V3 form.</summary>
    internal static MatchingRules ReadMatchingRules(JsonElement json, ICollection<string>? warnings = null) =>
        ReadPart(log => RulesReader.Read(json, Place.Root, log), warnings);

    /// <summary>Reads the value of a <c>generators</c> member.</summary>
    internal static GeneratorSet ReadGenerators(JsonElement json, ICollection<string>? warnings = null) =>
        ReadPart(log => RulesReader.ReadGenerators(json, Place.Root, log), warnings);

    private static T ReadPart<T>(Func<ReadLog, T> read, ICollection<string>? warnings)
    {
        var log = new ReadLog();
        var part = read(log);
        foreach (var warning in log.Warnings) warnings?.Add(warning);
        return part;
    }

    private static Pact Read(JsonElement json, ReadLog log)
    {
        if (json.ValueKind != JsonValueKind.Object) log.Fail(Place.Root, $"expected a pact, which is an object, but found {json.Kind()}");
        var metadata = json.TryMember("metadata", out var value) ? value : default;
        var specification = Specification(metadata, log);
        return new Pact
        {
            Consumer = Name(json, "consumer", log),
            Provider = Name(json, "provider", log),
            Specification = specification,
            Interactions = [.. Interactions(json, "interactions", specification, log), .. Interactions(json, "messages", specification, log)],
            Metadata = metadata.Members(name => !Versions.Contains(name)),
            UnknownMembers = json.Members(name => !Known.Contains(name)),
        };
    }

    private static string Name(JsonElement json, string role, ReadLog log)
    {
        if (json.TryMember(role, out var party) && party.TextMember("name") is { } name) return name;
        log.Warn(Place.Root.Field(role), $"expected an object with a \"name\"; took \"{role}\"");
        return role;
    }

    private static List<Interaction> Interactions(JsonElement json, string name, PactSpecification specification, ReadLog log)
    {
        var reader = new InteractionReader(specification, log);
        var interactions = new List<Interaction>();
        if (!json.TryMember(name, out var list) || list.ValueKind == JsonValueKind.Null) return interactions;
        var place = Place.Root.Field(name);
        if (list.ValueKind != JsonValueKind.Array)
        {
            log.Fail(place, $"expected an array but found {list.Kind()}");
            return interactions;
        }

        var items = list.Items(static item => item);
        var shares = items.Length < Many ? 1 : Math.Min(Environment.ProcessorCount, items.Length / (Many / 2));
        if (shares == 1) Read(items, 0, items.Length, name == "messages", place, reader, interactions);
        else ReadTogether(items, shares, name == "messages", place, specification, log, interactions);
        return interactions;
    }

    private static void Read(JsonElement[] items, int from, int to, bool areMessages, Place place, InteractionReader reader, List<Interaction> into)
    {
        for (var index = from; index < to; index++)
            if (reader.Read(items[index], index, areMessages, place.Item(index)) is { } interaction) into.Add(interaction);
    }

    // A large file is read by all processors, each a share of it with a log of its own; what comes of it is put together in order.
    private static void ReadTogether(
        JsonElement[] items, int shares, bool areMessages, Place place, PactSpecification specification, ReadLog log, List<Interaction> into)
    {
        var logs = new ReadLog[shares];
        var lists = new List<Interaction>[shares];
        Parallel.For(0, shares, share =>
        {
            (logs[share], lists[share]) = (new ReadLog(), []);
            var (from, to) = ((int)((long)items.Length * share / shares), (int)((long)items.Length * (share + 1) / shares));
            Read(items, from, to, areMessages, place, new InteractionReader(specification, logs[share]), lists[share]);
        });
        foreach (var one in logs) log.Add(one);
        foreach (var list in lists) into.AddRange(list);
    }

    private static PactSpecification Specification(JsonElement metadata, ReadLog log)
    {
        var text = Version(metadata, "pact-specification") ?? Version(metadata, "pactSpecification") ?? Version(metadata, "pactSpecificationVersion");
        if (text is null) return PactSpecification.V3;
        var specification = SpecificationVersion.Parse(text, out var warning);
        if (warning is not null) log.Warn(Place.Root.Field("metadata"), warning);
        return specification;
    }

    private static string? Version(JsonElement metadata, string name)
    {
        if (!metadata.TryMember(name, out var entry)) return null;
        if (entry.ValueKind == JsonValueKind.Object && !entry.TryGetProperty("version", out entry)) return null;
        return entry.ValueKind is JsonValueKind.String or JsonValueKind.Number ? entry.AsText() : null;
    }
}
