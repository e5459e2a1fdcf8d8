using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PactKit.Model.Json;

internal sealed record JsonMember(string Name, JsonElement Value, int Place);

/// <summary>The members of JSON objects on their way into a file.</summary>
internal static class JsonMembers
{
    // Up to here it is quicker to compare each name with those before it than to collect them.
    private const int MostCompared = 32;

    /// <summary>
    /// Plain names, each greater than the one before: such an object can be printed as it is. False where that is not known for certain
    /// (escapes, and letters beyond ASCII, whose bytes are not ordered as their text is).
    /// </summary>
    public static bool AreSorted(JsonElement json)
    {
        var first = true;
        ReadOnlySpan<byte> before = default;
        foreach (var member in json.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'\\') || !Ascii.IsValid(name)) return false;
            if (!first && before.SequenceCompareTo(name) >= 0) return false;
            first = false;
            before = name;
        }

        return true;
    }

    /// <summary>No name comes twice, so that such an object can be printed as it comes. False where that is not known for certain.</summary>
    public static bool AreDistinct(JsonElement json)
    {
        if (json.GetPropertyCount() > MostCompared) return false;
        var index = 0;
        foreach (var member in json.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'\\')) return false;
            var other = 0;
            foreach (var earlier in json.EnumerateObject())
            {
                if (other++ == index) break;
                if (JsonMarshal.GetRawUtf8PropertyName(earlier).SequenceEqual(name)) return false;
            }

            index++;
        }

        return true;
    }

    /// <summary>Of duplicate names the last value; sorted by name, or in the order in which the names first come.</summary>
    public static List<JsonMember> Distinct(JsonElement json, bool sorted) => sorted ? Sorted(json) : InOrder(json);

    private static List<JsonMember> Sorted(JsonElement json)
    {
        var members = new List<JsonMember>(json.GetPropertyCount());
        foreach (var member in json.EnumerateObject()) members.Add(new JsonMember(member.Name, member.Value, members.Count));
        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name) is var order and not 0 ? order : left.Place - right.Place);
        var kept = 0;
        for (var i = 0; i < members.Count; i++)
            if (i + 1 == members.Count || members[i].Name != members[i + 1].Name) members[kept++] = members[i];
        members.RemoveRange(kept, members.Count - kept);
        return members;
    }

    private static List<JsonMember> InOrder(JsonElement json)
    {
        var members = new List<JsonMember>(json.GetPropertyCount());
        var places = new Dictionary<string, int>(members.Capacity, StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var one = new JsonMember(member.Name, member.Value, members.Count);
            if (places.TryAdd(one.Name, members.Count)) members.Add(one);
            else members[places[one.Name]] = one;
        }

        return members;
    }
}
