using PactKit.Verifier.Sessions;
using Xunit;

namespace PactKit.Rows;

/// <summary>Rows of theories.</summary>
internal static class InteractionRow
{
    /// <summary>A test named after the interaction alone.</summary>
    public static ITheoryDataRow Of(InteractionToVerify interaction) =>
        new TheoryDataRow<InteractionCase>(new InteractionCase(interaction)) { TestDisplayName = interaction.ToString(), Label = "" };

    /// <summary>A test that is skipped, since there is nothing to verify.</summary>
    public static ITheoryDataRow Skipped(string name, string reason) =>
        new TheoryDataRow<InteractionCase?>((InteractionCase?)null) { TestDisplayName = name, Label = "", Skip = reason };
}
