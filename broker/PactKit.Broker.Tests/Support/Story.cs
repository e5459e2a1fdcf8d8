using System.Text.RegularExpressions;

namespace PactKit.Broker.Tests.Support;

/// <summary>
/// Data told in short sentences, separated by semicolons, in the order in which it happens:
/// <c>Foo 1 [prod] -> Bar</c>, <c>Bar 2 ok Foo 1</c>, <c>Bar 2 fail Foo 1</c>, <c>Bar 2 [prod]</c>,
/// <c>Bar 2 deployed test (instance)</c>, <c>Bar 2 released test</c>, <c>env test</c>. A version may carry <c>[tags]</c> and a <c>{branch}</c>.
/// </summary>
public static partial class Story
{
    public static async Task TellAsync(this TestData given, string story)
    {
        foreach (var sentence in story.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) await TellOneAsync(given, sentence);
    }

    private static async Task TellOneAsync(TestData given, string sentence)
    {
        if (sentence.StartsWith("env ", StringComparison.Ordinal))
        {
            await given.Environment(sentence[4..]);
            return;
        }

        var match = Sentence().Match(sentence);
        Assert.True(match.Success, $"'{sentence}' is not understood");
        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var (name, number, subject, other) = (Part("name")!, Part("number")!, Part("subject"), Part("other"));
        var tags = Part("tags")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (Part("verb") == "->") await given.Publish(name, number, subject!, branch: Part("branch"));
        if (Part("verb") is "ok" or "fail") await given.Verify(subject!, other!, name, number, Part("verb") == "ok");
        if (Part("verb") is null or "->" or "ok" or "fail") await given.Version(name, number, Part("branch"), tags);
        if (Part("verb") == "deployed") await given.Deploy(name, number, subject!, Part("instance"));
        if (Part("verb") == "released") await given.Release(name, number, subject!);
    }

    [GeneratedRegex(@"^(?<name>\S+) (?<number>\S+)( \[(?<tags>[^\]]+)\])?( \{(?<branch>[^}]+)\})?( (?<verb>->|ok|fail|deployed|released) (?<subject>\S+)( (?<other>[^\s(]+))?( \((?<instance>[^)]+)\))?)?$", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
