using System.Text.Json;
using PactKit.Model;

namespace PactKit.Tests.Model;

/// <summary>What plugins keep in a pact file survives that others write the same file.</summary>
public sealed class PluginDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-plugin-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Configurations_of_one_plugin_add_up_and_other_plugins_stay()
    {
        Write("first", """[{"name":"protobuf","version":"0.1.0","configuration":{"a":1,"b":1}},{"name":"csv","version":"0.1.0","configuration":{}}]""");

        var entries = Write("second", """[{"name":"protobuf","version":"0.2.0","configuration":{"b":2,"c":3}}]""");

        Assert.Equal(["protobuf 0.2.0", "csv 0.1.0"], entries.Select(entry => entry.ToString()));
        Assert.Equal("a=1 b=2 c=3", string.Join(' ', entries[0].Configuration.OrderBy(m => m.Key).Select(m => $"{m.Key}={m.Value}")));
    }

    [Fact]
    public void A_plugin_that_adds_nothing_loses_nothing()
    {
        Write("first", """[{"name":"protobuf","version":"0.1.0","configuration":{"a":1}}]""");

        Assert.Equal(["a"], Write("second", """[{"name":"protobuf","version":"0.1.0"}]""")[0].Configuration.Keys);
    }

    [Fact]
    public void A_pact_that_uses_no_plugin_keeps_those_of_the_file()
    {
        Write("first", """[{"name":"csv","version":"0.1.0"}]""");

        Assert.Equal("csv 0.1.0", Assert.Single(Write("second", null)).ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""[{"version":"1"},"x",null]""")]
    public void Entries_that_are_none_are_left_out(string plugins)
    {
        var pact = new Pact { Consumer = "C", Provider = "P", Metadata = new Dictionary<string, JsonElement> { ["plugins"] = JsonElement.Parse(plugins) } };

        Assert.Empty(PluginEntry.Of(pact));
    }

    private IReadOnlyList<PluginEntry> Write(string description, string? plugins)
    {
        var pact = new Pact
        {
            Consumer = "C",
            Provider = "P",
            Interactions = [new HttpInteraction { Description = description, Request = new Request(), Response = new Response() }],
            Metadata = plugins is null ? new Dictionary<string, JsonElement>() : new Dictionary<string, JsonElement> { ["plugins"] = JsonElement.Parse(plugins) },
        };
        var written = PactFile.Write(pact, _folder);
        Assert.True(written.IsSuccess, written.Error);
        return PluginEntry.Of(PactReader.ReadFile(written.Path).Pact!);
    }
}
