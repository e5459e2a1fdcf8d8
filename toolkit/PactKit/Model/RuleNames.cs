namespace PactKit.Model;

/// <summary>The names of the rules in pact files, and the version that brought each.</summary>
internal static class RuleNames
{
    public static string Of(MatchingRule rule) => rule switch
    {
        EqualityRule => "equality",
        RegexRule => "regex",
        TypeRule => "type",
        NumberRule => "number",
        IntegerRule => "integer",
        DecimalRule => "decimal",
        BooleanRule => "boolean",
        NullRule => "null",
        IncludeRule => "include",
        DateRule => "date",
        TimeRule => "time",
        DateTimeRule => "datetime",
        ContentTypeRule => "contentType",
        ValuesRule => "values",
        NotEmptyRule => "notEmpty",
        SemverRule => "semver",
        StatusCodeRule => "statusCode",
        ArrayContainsRule => "arrayContains",
        EachKeyRule => "eachKey",
        EachValueRule => "eachValue",
        UnknownRule unknown => unknown.Name,
        _ => throw new ArgumentException($"A {rule.GetType()} has no name in a file.", nameof(rule)),
    };

    /// <summary>The first version that defines the rule; a rule nobody here knows says nothing about it.</summary>
    public static PactSpecification Since(MatchingRule rule) => rule switch
    {
        RegexRule or TypeRule or UnknownRule => PactSpecification.V2,
        NotEmptyRule or SemverRule or StatusCodeRule or ArrayContainsRule or EachKeyRule or EachValueRule => PactSpecification.V4,
        _ => PactSpecification.V3,
    };
}
