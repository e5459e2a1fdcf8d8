using System.Reflection;
using PactKit.Model;

namespace PactKit;

/// <summary>A method of a Refit interface and its interactions.</summary>
/// <param name="Method">The method.</param>
/// <param name="Verb">Its HTTP method.</param>
/// <param name="Template">Its path as the interface spells it, with the prefix of the interface.</param>
/// <param name="Interactions">Its interactions in the pact; empty where there are none.</param>
public sealed record MethodCoverage(MethodInfo Method, string Verb, string Template, IReadOnlyList<HttpInteraction> Interactions)
{
    /// <summary>There is an interaction.</summary>
    public bool IsCovered => Interactions.Count > 0;
}
