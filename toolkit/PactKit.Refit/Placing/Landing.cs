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
}
