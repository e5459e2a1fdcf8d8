using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Tests.Model;

public sealed class MemberMapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void It_is_a_dictionary_like_any_other(int size)
    {
        var expected = Enumerable.Range(0, size).Select(i => KeyValuePair.Create($"n{i}", JsonElement.Parse($"{i}"))).ToList();
        var map = new MemberMap();
        foreach (var (name, value) in expected) map.Add(name, value);

        Assert.Equal(size, map.Count);
        Assert.Equal(expected, map);
        Assert.Equal(expected.Select(member => member.Key), map.Keys);
        Assert.Equal(expected.Select(member => member.Value), map.Values);
        Assert.All(expected, member =>
        {
            Assert.True(map.ContainsKey(member.Key));
            Assert.True(map.TryGetValue(member.Key, out var value));
            Assert.Equal(member.Value, value);
            Assert.Equal(member.Value, map[member.Key]);
        });
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        Assert.Empty(MemberMap.Empty);
        Assert.False(MemberMap.Empty.ContainsKey("a"));
        Assert.False(MemberMap.Empty.TryGetValue("a", out _));
        Assert.Throws<KeyNotFoundException>(() => MemberMap.Empty["a"]);
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_value_counts_at_the_place_of_the_first()
    {
        var map = new MemberMap();
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("a", "1"), ("b", "2"), ("a", "3")]) map.Add(name, JsonElement.Parse(value));

        Assert.Equal("a 3, b 2", string.Join(", ", map.Select(member => $"{member.Key} {member.Value}")));
        Assert.Equal("""{"a":3,"b":2}""", System.Text.Encoding.UTF8.GetString(JsonPrinter.CompactBytes(new JsonMap(map))));
    }
}
