using System.Collections;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// Matchers PactNet does not have, on PactNet's own <see cref="Match"/>: <c>using PactKit;</c> brings them. Where a rule came with a later version of
/// the specification than the pact has, it is written all the same, with a warning: the engines in use understand it.
/// </summary>
public static class MatchExtensions
{
    private const string UuidPattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

    extension(Match)
    {
        /// <summary>True or false.</summary>
        public static IMatcher Boolean(bool example) => new RuleMatcher("boolean", example);

        /// <summary>A UUID with hyphens, in lower or upper case.</summary>
        public static IMatcher Guid(Guid example) => new RegexMatcher(example.ToString("D"), UuidPattern);

        /// <summary>
        /// Any value of the enum, spelled as the serialiser in use spells it: a number by default, a name with a
        /// <c>JsonStringEnumConverter</c>, whatever its naming policy.
        /// </summary>
        public static IMatcher Enum<T>(T example) where T : struct, Enum => new EnumMatcher<T>(example);

        /// <summary>A semantic version, such as 1.2.3-beta.1 (V4).</summary>
        public static IMatcher Semver(string example) => new RuleMatcher("semver", example);

        /// <summary>Not null, and no empty text, list or object (V4).</summary>
        public static IMatcher NotEmpty(object example) => new RuleMatcher("notEmpty", example);

        /// <summary>An object whose keys all pass the rules; what is under them does not matter (V4).</summary>
        /// <param name="example">An object or a dictionary.</param>
        /// <param name="rules">Rules for each key; at least one, such as <c>Match.Regex("en", "[a-z]{2}")</c>.</param>
        /// <exception cref="ArgumentException">There is no rule.</exception>
        public static IMatcher EachKey(object example, params IMatcher[] rules) => Each("eachKey", example, rules);

        /// <summary>An object, or a list, whose values all pass the rules; the keys do not matter (V4).</summary>
        /// <param name="example">An object, a dictionary or a list.</param>
        /// <param name="rules">Rules for each value; at least one.</param>
        /// <exception cref="ArgumentException">There is no rule.</exception>
        public static IMatcher EachValue(object example, params IMatcher[] rules) => Each("eachValue", example, rules);

        /// <summary>A list that holds an item like each of these, in any place, among others (V4).</summary>
        /// <param name="variants">Examples of items, which may hold matchers.</param>
        /// <exception cref="ArgumentException">There is no variant.</exception>
        public static IMatcher ArrayContains(params object[] variants)
        {
            ArgumentNullException.ThrowIfNull(variants);
            if (variants.Length == 0) throw new ArgumentException("Say what the list contains: give at least one example of an item.", nameof(variants));
            return new RuleMatcher("arrayContains", null) { HasNoExample = true }.With("variants", variants);
        }

        /// <summary>A value that passes all of these rules.</summary>
        /// <param name="example">The example; those of the rules are not used.</param>
        /// <param name="rules">At least one.</param>
        /// <exception cref="ArgumentException">There is no rule.</exception>
        public static IMatcher All(object? example, params IMatcher[] rules) => new CombinedMatcher(example, AtLeastOne(rules), any: false);

        /// <summary>A value that passes one of these rules, or more. A version 2 file holds only the first, with a warning.</summary>
        /// <inheritdoc cref="All(object?, IMatcher[])"/>
        public static IMatcher Any(object? example, params IMatcher[] rules) => new CombinedMatcher(example, AtLeastOne(rules), any: true);

        /// <summary>What the matcher takes, or null. The example stays the matcher's.</summary>
        public static IMatcher Nullable(IMatcher matcher)
        {
            ArgumentNullException.ThrowIfNull(matcher);
            return new CombinedMatcher((object?)matcher.Value, [matcher, Match.Null()], any: true);
        }

        /// <summary>A path, from a template: <c>Match.Path("/users/{id}/orders/{number}", 7, "A-1")</c>.</summary>
        /// <param name="template">Path with names in braces.</param>
        /// <param name="values">
        /// Examples for the braces, in order. An integer stands for any digits, a <see cref="System.Guid"/> for any UUID, everything else for any text
        /// without a slash.
        /// </param>
        /// <exception cref="ArgumentException">There are more or fewer values than braces.</exception>
        public static IMatcher Path(string template, params object[] values) => PathTemplate.Matcher(template, values);

        /// <summary>A status of this class (V4), for <c>WithStatus</c>.</summary>
        /// <param name="status">The class.</param>
        /// <param name="example">The status the mock server answers with; the first of the class when null.</param>
        public static IMatcher Status(StatusClass status, int? example = null) => StatusMatchers.Of(status, example);

        /// <summary>One of these statuses (V4), for <c>WithStatus</c>. The mock server answers with the first.</summary>
        /// <exception cref="ArgumentException">There is none.</exception>
        public static IMatcher Status(params int[] codes) => StatusMatchers.Of(codes);

        /// <summary>
        /// This object as the example, with every member matched by its type unless <c>With</c> says otherwise:
        /// <c>Match.Like(user).With(u => u.Email, Match.Regex("a@b.c", ".+@.+"))</c>. Names are those the serialiser in use gives the members.
        /// </summary>
        public static ExampleMatcher<T> Like<T>(T example) where T : notnull => new(example);
    }

    private static RuleMatcher Each(string type, object example, IMatcher[] rules)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (type == "eachKey" && example is string or IEnumerable and not IDictionary && !IsDictionary(example))
            throw new ArgumentException("Match.EachKey is about the keys of an object: give an object or a dictionary as the example.", nameof(example));
        return new RuleMatcher(type, example).With("rules", AtLeastOne(rules));
    }

    private static bool IsDictionary(object example) =>
        example.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    private static IMatcher[] AtLeastOne(IMatcher[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Length > 0 ? rules : throw new ArgumentException("Give at least one rule, such as Match.Type(\"x\").", nameof(rules));
    }
}
