using PactKit.Verifier.Sessions;

namespace PactKit.XunitTests;

/// <summary>As a user writes it: a provider, a session, one test per interaction.</summary>
public sealed class EachInteractionTests(EachInteractionTests.Provider provider) : IClassFixture<EachInteractionTests.Provider>
{
    public sealed class Provider : InteractionFixture
    {
        private readonly Shop _shop = new();

        public int Opened { get; private set; }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _shop.Dispose();
        }

        protected override VerificationSession Open()
        {
            Opened++;
            return _shop.Open();
        }
    }

    [Theory]
    [PactInteractions("pacts/web-shop.json")]
    public async Task The_shop_keeps(InteractionCase interaction)
    {
        await provider.VerifyAsync(interaction);

        Assert.Equal(interaction.ToString(), TestContext.Current.Test!.TestDisplayName);
        Assert.Equal(1, provider.Opened);
        var output = TestContext.Current.TestOutputHelper!.Output;
        Assert.Contains(interaction.Interaction.Interaction.Description, output, StringComparison.Ordinal);
        Assert.DoesNotContain("an article nobody has", interaction.ToString() == "web: an article nobody has" ? "" : output, StringComparison.Ordinal);
    }

    [Theory]
    [PactInteractions("pacts", Provider = "shop", Consumers = ["web"])]
    public Task The_shop_keeps_what_is_in_the_folder(InteractionCase interaction) => provider.VerifyAsync(interaction);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_shop_keeps_rows_that_know_nothing_of_a_test_framework(InteractionToVerify interaction) =>
        Assert.Same(interaction.Interaction, (await provider.Session.VerifyAsync(interaction, TestContext.Current.TestOutputHelper!.WriteLine)).Interaction);

#pragma warning disable xUnit1042 // xunit v2, NUnit and MSTest take such rows; here they show that it works.
    public static IEnumerable<object[]> Rows() => InteractionsToVerify.FromFile("pacts/web-shop.json").Rows();
#pragma warning restore xUnit1042
}
