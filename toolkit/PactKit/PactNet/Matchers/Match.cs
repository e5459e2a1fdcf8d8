namespace PactNet.Matchers;

/// <summary>The matchers. Examples may hold matchers in turn.</summary>
public static class Match
{
    /// <summary>A text that matches <paramref name="regex"/> as a whole.</summary>
    public static IMatcher Regex(string example, string regex) => new RegexMatcher(example, regex);

    /// <summary>Anything of the same kind as the example, and so for all that is below.</summary>
    public static IMatcher Type(dynamic? example) => new TypeMatcher((object?)example);

    /// <summary>A list of at least <paramref name="min"/> items of the same kind as the example.</summary>
    public static IMatcher MinType(dynamic? example, int min) => new MinMaxTypeMatcher((object?)example, min);

    /// <summary>A list of at most <paramref name="max"/> items of the same kind as the example.</summary>
    public static IMatcher MaxType(dynamic? example, int max) => new MinMaxTypeMatcher((object?)example, max: max);

    /// <summary>A list of <paramref name="min"/> to <paramref name="max"/> items of the same kind as the example.</summary>
    public static IMatcher MinMaxType(dynamic? example, int min, int max) => new MinMaxTypeMatcher((object?)example, min, max);

    /// <summary>A whole number.</summary>
    public static IMatcher Integer(int example) => new IntegerMatcher(example);

    /// <summary>A number with a decimal point.</summary>
    public static IMatcher Decimal(double example) => new DecimalMatcher(example);

    /// <inheritdoc cref="Decimal(double)"/>
    public static IMatcher Decimal(float example) => new DecimalMatcher(example);

    /// <inheritdoc cref="Decimal(double)"/>
    public static IMatcher Decimal(decimal example) => new DecimalMatcher(example);

    /// <summary>Any number.</summary>
    public static IMatcher Number(int example) => new NumericMatcher(example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(double example) => new NumericMatcher(example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(float example) => new NumericMatcher(example);

    /// <inheritdoc cref="Number(int)"/>
    public static IMatcher Number(decimal example) => new NumericMatcher(example);

    /// <summary>Exactly the example, also below a more relaxed matcher.</summary>
    public static IMatcher Equality(dynamic? example) => new EqualityMatcher((object?)example);

    /// <summary>The JSON value null.</summary>
    public static IMatcher Null() => new NullMatcher();

    /// <summary>A text that holds the example.</summary>
    public static IMatcher Include(string example) => new IncludeMatcher(example);
}
