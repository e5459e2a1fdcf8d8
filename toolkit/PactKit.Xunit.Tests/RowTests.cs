using PactKit.Verifier.Sessions;
using Xunit.Sdk;

namespace PactKit.XunitTests;

/// <summary>Where rows come from, and how they survive between finding and running tests.</summary>
public sealed class RowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-testing-").FullName;

    [Fact]
    public async Task A_row_is_named_after_consumer_description_and_states() => Assert.Equal(
        ["web: an article (given article 7 exists and it is in stock)", "web: an article nobody has", "web: the price of an article (given article 7 exists)"],
        (await RowsOf(new PactInteractionsAttribute("pacts/web-shop.json"))).Select(row => row.TestDisplayName));

    [Fact]
    public async Task A_row_that_was_stored_finds_its_interaction_again()
    {
        var path = Copy();
        var stored = SerializationHelper.Instance.Serialize((await RowsOf(new PactInteractionsAttribute(path)))[1].GetData()[0]);

        var row = SerializationHelper.Instance.Deserialize<InteractionCase>(stored)!;

        Assert.Equal(("web: an article nobody has", "an article nobody has"), (row.ToString(), row.Interaction.Interaction.Description));
    }

    [Fact]
    public async Task A_row_whose_place_changed_is_found_by_its_name_and_one_that_is_gone_is_named()
    {
        var path = Copy();
        var rows = await RowsOf(new PactInteractionsAttribute(path));
        var (moved, gone) = (SerializationHelper.Instance.Serialize(rows[2].GetData()[0]), SerializationHelper.Instance.Serialize(rows[1].GetData()[0]));
        File.WriteAllText(path, File.ReadAllText(path).Replace("an article nobody has", "another one", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("the price of an article", SerializationHelper.Instance.Deserialize<InteractionCase>(moved)!.Interaction.Interaction.Description);
        var failure = Assert.Throws<InvalidOperationException>(() => SerializationHelper.Instance.Deserialize<InteractionCase>(gone)!.Interaction);
        Assert.Contains("the pact has no interaction 'web: an article nobody has' any more.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_versions_of_one_pact_have_names_of_their_own()
    {
        Copy("one.json");
        Copy("two.json");

        var names = InteractionsToVerify.FromFolder(_folder, "shop").Select(row => row.ToString()).ToList();

        Assert.Equal(6, names.Distinct().Count());
        Assert.Contains("web: an article nobody has #2", names);
    }

    [Theory]
    [InlineData("nowhere/web-shop.json", "There is no 'nowhere/web-shop.json': not in ")]
    [InlineData("pacts", "'pacts' is a folder: say whose pacts are verified, as in [PactInteractions(\"pacts\", Provider = \"…\")].")]
    public async Task A_place_without_pacts_is_refused(string path, string reason)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RowsOf(new PactInteractionsAttribute(path)));

        Assert.StartsWith(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_pacts_of_the_provider_is_refused() => Assert.Contains(
        "no pact file with the provider 'stock'",
        Assert.Throws<InvalidOperationException>(() => InteractionsToVerify.FromFolder("pacts", "stock")).Message,
        StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Copy(string name = "web-shop.json")
    {
        var path = Path.Combine(_folder, name);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "pacts", "web-shop.json"), path);
        return path;
    }

    private static async Task<List<ITheoryDataRow>> RowsOf(PactInteractionsAttribute attribute) =>
        [.. await attribute.GetData(typeof(RowTests).GetMethod(nameof(Dispose))!, new DisposalTracker())];
}
