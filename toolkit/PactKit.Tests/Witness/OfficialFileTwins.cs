using System.Text;
using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Tests.Witness;

/// <summary>The same interactions written by the official engine and by ours: the same text, but for what is listed here.</summary>
public sealed class OfficialFileTwins(WrittenTwins twins) : IClassFixture<WrittenTwins>
{
    private const string SpecifiedStatus = "rules of the status have no path in the specification's files; the official engine writes one below `$`, and reads both";
    private const string UnreadableQuery = "the official engine does not encode names and writes ä as %e4, which nobody reads as what it was";

    private static readonly Dictionary<(string Consumer, string Description), string> WrittenOtherwise = new()
    {
        [("TwinV2", "a query")] = UnreadableQuery,
        [("TwinV2", "a binary body")] = "any content of the type was asked for; the official engine leaves the rule out of V2, we write it and warn",
        [("TwinV4", "a class of status")] = SpecifiedStatus,
        [("TwinV4", "rules of V4")] = "the official engine repeats the example, matchers and all, as a text in eachKey and eachValue; it is of no use to the rule",
        [("TwinV4", "an event of text")] = "we put the content type into the metadata too, where providers look for it; for JSON nobody does",
        [("TwinV4", "an event of bytes")] = "as for text",
    };

    private static readonly Dictionary<(string Consumer, string Description), string> ReadOtherwise = new()
    {
        [("TwinV2", "a query")] = UnreadableQuery,
        [("TwinV4", "a class of status")] = SpecifiedStatus,
    };

    public static TheoryData<string> Files => ["TwinV2", "TwinV3", "TwinV4", "TwinMessages"];

    [Theory]
    [MemberData(nameof(Files))]
    public void We_write_what_the_official_engine_writes(string consumer)
    {
        var (theirs, ours) = (Interactions(File.ReadAllBytes(twins.Theirs(consumer))), Interactions(File.ReadAllBytes(twins.Ours(consumer))));
        Assert.Equal(theirs.Keys.Order(StringComparer.Ordinal), ours.Keys);
        AssertSame(consumer, theirs, ours, WrittenOtherwise);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_the_official_engine_wrote_is_read_and_written_again_unchanged(string consumer)
    {
        var theirs = File.ReadAllBytes(twins.Theirs(consumer));
        var read = PactReader.Read(theirs, consumer);
        Assert.True(read.IsSuccess, read.Error);
        AssertSame(consumer, Interactions(theirs), Interactions(PactWriter.Write(read.Pact).Json), ReadOtherwise);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_interaction_added_to_an_official_file_leaves_the_others_as_they_were(string consumer)
    {
        var folder = Directory.CreateTempSubdirectory("pactkit-twins-");
        try
        {
            var theirs = File.ReadAllBytes(twins.Theirs(consumer));
            var file = Path.Combine(folder.FullName, $"{consumer}-Twin.json");
            File.WriteAllBytes(file, theirs);
            var read = PactReader.Read(theirs, consumer).Pact!;
            var added = read with { Interactions = [read.Interactions[0] with { Description = "zz added", Key = null }], Metadata = read.Metadata };
            var result = PactFile.WriteTo(added, file);
            Assert.True(result.IsSuccess, result.Error);
            var (before, after) = (Interactions(theirs), Interactions(File.ReadAllBytes(file)));
            Assert.Equal([.. before.Keys.Order(StringComparer.Ordinal), "zz added"], after.Keys);
            AssertSame(consumer, before, after, ReadOtherwise);
            Assert.Contains("\"pactRust\": {", File.ReadAllText(file), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertSame(
        string consumer, Dictionary<string, string[]> theirs, Dictionary<string, string[]> ours, Dictionary<(string Consumer, string Description), string> otherwise)
    {
        var differences = new StringBuilder();
        foreach (var (description, expected) in theirs)
        {
            var isSame = ours[description].SequenceEqual(expected);
            if (otherwise.ContainsKey((consumer, description)))
            {
                Assert.False(isSame, $"{consumer}, {description}: no longer different, take it off the list.");
                continue;
            }

            if (isSame) continue;
            differences.Append(description).Append(":\n");
            foreach (var line in expected.Except(ours[description])) differences.Append("- ").Append(line).Append('\n');
            foreach (var line in ours[description].Except(expected)) differences.Append("+ ").Append(line).Append('\n');
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    // As lines of text: order, indentation and spelling count.
    private static Dictionary<string, string[]> Interactions(ReadOnlySpan<byte> json)
    {
        var lines = Encoding.UTF8.GetString(json).Split('\n');
        var items = new Dictionary<string, string[]>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "    {") continue;
            var start = i;
            while (lines[i] is not ("    }" or "    },")) i++;
            string[] item = [.. lines[start..i], "    }"];
            items.Add(JsonNode.Parse(string.Concat(item))!["description"]!.GetValue<string>(), item);
        }

        return items;
    }
}
