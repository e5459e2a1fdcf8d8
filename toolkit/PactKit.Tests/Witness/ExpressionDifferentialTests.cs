using System.Globalization;
using System.Text.RegularExpressions;
using PactKit.Model.Expressions;

namespace PactKit.Tests.Witness;

/// <summary>
/// Expressions again, with references, and errors by their position: the same texts, the official parser beside ours. It tells of references
/// at the top alone; within eachKey and eachValue they belong to the inner rule, where we collect them.
/// </summary>
public sealed partial class ExpressionDifferentialTests
{
    private const string WithReferences = """
        matching($'items')
        matching( $'items' )
        matching($ 'items')
        matching($'')
        matching($items)
        matching($"items")
        matching($'it\'s')
        matching($'a b.c')
        matching($'items', 'x')
        matching($'a'), matching($'b')
        matching($'a'), matching(type, 'x')
        matching(type, 'x'), matching($'a')
        matching(type, $'a')
        eachKey(matching($'a'))
        eachValue(matching($'a'))
        eachValue(matching($'a')), eachKey(matching(type, 'k'))
        eachKey(matching(regex, '\d', '1')), eachValue(matching($'a'))
        atLeast(1), eachValue(matching($'a'))
        eachValue(eachValue(matching($'a')))
        arrayContains(matching($'a'))
        notEmpty($'a')
        matching($)
        matching($
        matching($'a
        matching($'a'
        matching($'a')x
        eachValue(matching($'a')
        eachValue($'a')
        eachValue(matching($a))
        atLeast(1), eachValue(matching($a))
        """;

    public static TheoryData<string> Texts => [.. (WithReferences + "\n" + ExpressionFacts.Texts).ReplaceLineEndings("\n").Split('\n').Select(text => text.Trim()).Distinct()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_parsers_find_the_same_references_and_errors_at_the_same_character(string text)
    {
        PactJs.SkipTestWhereAbsent();
        if (OfficialExpressions.File is null) Assert.Skip("The native library of pact-js is not where it was.");
        if (!MatchingExpression.IsExpression(text)) return;
        var (references, error, character) = OfficialExpressions.Parse(text);
        var isValid = MatchingExpression.TryParse(text, out var definition, out var ourError);
        var isMeant = IntegrationDifferences.Meant.ContainsKey(ExpressionFacts.Prefix + text);
        Assert.True((error is null) == isValid || isMeant, $"the official parser {(error is null ? "accepts" : "says " + error)}; ours {ourError ?? "accepts"}");
        if (error is null && isValid) Assert.Equal(references, text.Contains("each", StringComparison.Ordinal) ? [] : definition!.References);
        else if (character is { } at && !isValid) Assert.True(Fits(at, CharacterOf(ourError!), text), $"character {at}: {error}\n{ourError}");
    }

    // Of a text with a wrong escape the official parser names the beginning; ours the escape.
    private static bool Fits(int official, int ours, string text) =>
        official == ours || (text.IndexOf(@"'\u", StringComparison.Ordinal) is var start and >= 0 && official == start + 1 && ours == start + 2);

    private static int CharacterOf(string error) => int.Parse(Character().Match(error).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"at character (\d+)\z")]
    private static partial Regex Character();
}
