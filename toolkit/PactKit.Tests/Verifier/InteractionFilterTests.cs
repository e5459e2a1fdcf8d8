using PactKit.Model;
using PactKit.Tests.MockServer;
using PactKit.Verifier;

namespace PactKit.Tests.Verifier;

public sealed class InteractionFilterTests
{
    [Theory]
    [InlineData(null, null, false, "with", "without")]
    [InlineData("^with$", null, false, "with")]
    [InlineData("out", null, false, "without")]
    [InlineData(null, "ready", false, "with")]
    [InlineData(null, "other", false)]
    [InlineData("out", "ready", false)]
    [InlineData(null, null, true, "without")]
    [InlineData("with", null, true, "without")]
    [InlineData("^with$", null, true)]
    public void Description_and_state_select_together(string? description, string? state, bool onlyWithoutStates, params string[] selected)
    {
        HttpInteraction[] all = [Interactions.Get("/a", "with") with { ProviderStates = [new ProviderState("all is ready")] }, Interactions.Get("/b", "without")];
        var filter = new InteractionFilter(description, state, onlyWithoutStates);

        Assert.Equal(selected, all.Where(filter.Selects).Select(one => one.Description));
        Assert.Equal(description is null && state is null && !onlyWithoutStates, filter.SelectsAll);
    }
}
