using System.Globalization;
using System.Text;
using PactKit.Model.Json;

namespace PactKit.Tests.Model;

/// <summary>An object in the making behaves alike whether it has a few members or many.</summary>
public class JsonMapTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 5, 15, 16, 17, 18, 40];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Members_are_found_and_others_are_not(int size)
    {
        var map = Map(size);
        Assert.Equal(size, map.Count);
        for (var i = 0; i < size; i++) Assert.Equal(i, map[Name(i)]);
        Assert.False(map.ContainsKey("other"));
        Assert.False(map.TryGetValue("other", out _));
        Assert.Throws<KeyNotFoundException>(() => map["other"]);
        Assert.Equal(Enumerable.Range(0, size).Select(Name), map.Select(member => member.Key));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_name_that_comes_twice_keeps_its_place_and_gets_the_last_value(int size)
    {
        var map = Map(size);
        for (var i = 0; i < size; i++) map[Name(i)] = -i;
        Assert.Equal(Enumerable.Range(0, size).Select(i => KeyValuePair.Create(Name(i), (object?)-i)), map);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sorted_by_name_members_are_found_where_they_are_now_and_more_can_come(int size)
    {
        var map = Map(size);
        if (size > 0) Assert.True(map.ContainsKey(Name(0)));
        map.Sort();
        Assert.Equal(Enumerable.Range(0, size).Select(Name).Order(StringComparer.Ordinal), map.Select(member => member.Key));
        for (var i = 0; i < size; i++) Assert.Equal(i, map[Name(i)]);
        map["added"] = 1;
        map["added"] = 2;
        Assert.Equal((size + 1, 2), (map.Count, map["added"]));
    }

    [Fact]
    public void Null_and_empty_objects_are_not_added_by_With()
    {
        var map = new JsonMap().With("a", null).With("b", new JsonMap()).With("c", "").With("d", new JsonMap().With("e", 1));
        Assert.Equal("""{"c":"","d":{"e":1}}""", Encoding.UTF8.GetString(JsonPrinter.CompactBytes(map)));
    }

    // Neither the order in which they come nor that of their numbers.
    private static string Name(int i) => ((i * 7) % 41).ToString(CultureInfo.InvariantCulture) + "n";

    private static JsonMap Map(int size)
    {
        var map = new JsonMap();
        for (var i = 0; i < size; i++) map[Name(i)] = i;
        return map;
    }
}
