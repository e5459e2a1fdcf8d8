using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model.Expressions;

/// <summary>The little language for matching rules: <c>matching(regex, '\d+', '12'), atLeast(1)</c>.</summary>
internal static class MatchingExpression
{
    private static readonly string[] Starts = ["matching", "notEmpty", "eachKey", "eachValue", "atLeast", "atMost", "arrayContains"];

    /// <summary>Whether a text is meant as an expression: it begins with one of its words and a bracket.</summary>
    public static bool IsExpression(string text)
    {
        var trimmed = text.AsSpan().Trim();
        foreach (var start in Starts)
            if (trimmed.StartsWith(start, StringComparison.Ordinal) && trimmed[start.Length..].TrimStart().StartsWith('(')) return true;
        return false;
    }

    /// <summary>Parses an expression. The error says what was expected and at which character, counted from 1.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MatchingDefinition? definition, [NotNullWhen(false)] out string? error)
    {
        var parser = new ExpressionParser(text);
        definition = parser.Expressions();
        error = parser.Error;
        if (error is not null) definition = null;
        return definition is not null;
    }
}
