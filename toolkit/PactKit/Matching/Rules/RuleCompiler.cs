using PactKit.Dates;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Matching.Rules;

/// <summary>Makes stored rules ready to use.</summary>
internal static class RuleCompiler
{
    public static RuleCheck Compile(MatchingRule rule, MatchingOptions options, List<string> warnings) => rule switch
    {
        EqualityRule => EqualityCheck.Instance,
        RegexRule r => new RegexCheck(r.Pattern, options.RegexTimeout),
        TypeRule r => new TypeCheck(r.Min, r.Max),
        NumberRule => new NumberCheck(),
        IntegerRule => new IntegerCheck(),
        DecimalRule => new DecimalCheck(),
        BooleanRule => new BooleanCheck(),
        NullRule => new NullCheck(),
        IncludeRule r => new IncludeCheck(r.Value),
        DateRule r => new DateCheck("date", "date", Pattern(r.Format, DatePattern.DefaultDate)),
        TimeRule r => new DateCheck("time", "time", Pattern(r.Format, DatePattern.DefaultTime)),
        DateTimeRule r => new DateCheck("datetime", "timestamp", Pattern(r.Format, DatePattern.DefaultDateTime)),
        ContentTypeRule r => new ContentTypeCheck(r.Value),
        ValuesRule => new ValuesCheck(),
        NotEmptyRule => new NotEmptyCheck(),
        SemverRule => new SemverCheck(),
        StatusCodeRule r => new StatusCodeCheck(r.Class, r.Codes),
        ArrayContainsRule r => new ArrayContainsCheck([.. r.Variants.Select(v => Compile(v, options, warnings))]),
        EachKeyRule r => new EachKeyCheck(RuleGroup.Compile(r.Rules, options, warnings), r.Value?.ToString()),
        EachValueRule r => new EachValueCheck(RuleGroup.Compile(r.Rules, options, warnings)),
        UnknownRule r => new UnknownCheck(r.Name, r.Fault),
        _ => new UnknownCheck(rule.GetType().Name),
    };

    private static VariantCheck Compile(ArrayVariant variant, MatchingOptions options, List<string> warnings) =>
        new(variant.Index, RuleExpressions.Compile(variant.Rules, options, warnings));

    // The official engine writes an empty text where no pattern was given.
    private static string Pattern(string? given, string usual) => string.IsNullOrEmpty(given) ? usual : given;
}
