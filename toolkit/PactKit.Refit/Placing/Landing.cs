using System.Collections.Immutable;
using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>A place where the value of an argument arrives.</summary>
/// <param name="Rule">The argument.</param>
/// <param name="Steps">The place.</param>
/// <param name="Spans">The parts of a text the value makes up; null for values that are no texts, which it makes up whole.</param>
internal sealed record Landing(ArgRule Rule, ImmutableList<object> Steps, IReadOnlyList<TextSpan>? Spans)
{
    public string Where => Place.Describe(Steps);

    /// <summary>Two arguments cannot both say what a value is.</summary>
    public static InvalidOperationException Clash(Landing landing) => new(
        $"{landing.Rule.Call} and another Arg arrive at the same place in {landing.Where}: use one Arg for the value as a whole.");
}
