using PactKit.Broker.Cleaning;

namespace PactKit.Broker.Tests.Cleaning;

public sealed class CleanSettingsTests
{
    [Fact]
    public void Without_settings_nothing_is_cleaned_and_the_defaults_are_the_fields()
    {
        var settings = CleanSettings.From(_ => null);

        Assert.False(settings.Enabled);
        Assert.False(settings.DryRun);
        Assert.Equal((500, TimeSpan.FromDays(7)), (settings.DeletionLimit, settings.OverwrittenDataMaxAge));
        Assert.Equal(
            ["tag any, latest", "branch any, latest", "latest", "deployed", "released", "not older than 90 days"],
            settings.KeepVersions.Select(selector => selector.ToString()));
        Assert.Equal(["not older than 90 days"], settings.KeepBranches.Select(selector => selector.ToString()));
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(midnight.AddHours(2).AddMinutes(15), settings.Schedule.GetNextOccurrence(midnight, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Settings_are_read_by_the_names_of_the_image()
    {
        var given = new Dictionary<string, string>
        {
            ["DATABASE_CLEAN_ENABLED"] = "true", ["DATABASE_CLEAN_CRON_SCHEDULE"] = "0 4 * * 0", ["DATABASE_CLEAN_DELETION_LIMIT"] = "20",
            ["DATABASE_CLEAN_OVERWRITTEN_DATA_MAX_AGE"] = "0", ["DATABASE_CLEAN_DRY_RUN"] = "true", ["DATABASE_CLEAN_KEEP_BRANCH_SELECTORS"] = "[]",
            ["DATABASE_CLEAN_KEEP_VERSION_SELECTORS"] = """[{"max_age":30},{"environmentName":"prod"}]""",
        };
        var settings = CleanSettings.From(name => given.GetValueOrDefault(name));

        Assert.True(settings is { Enabled: true, DryRun: true, DeletionLimit: 20, KeepBranches.Count: 0 });
        Assert.Equal(TimeSpan.Zero, settings.OverwrittenDataMaxAge);
        Assert.Equal(["not older than 30 days", "environment prod", "deployed", "released"], settings.KeepVersions.Select(selector => selector.ToString()));
    }

    [Theory]
    [InlineData("CRON_SCHEDULE", "tomorrow", "not a schedule")]
    [InlineData("DELETION_LIMIT", "0", "whole number of 1 or more")]
    [InlineData("OVERWRITTEN_DATA_MAX_AGE", "-1", "whole number of 0 or more")]
    [InlineData("KEEP_VERSION_SELECTORS", "{max_age: 1}", "is not JSON")]
    [InlineData("KEEP_VERSION_SELECTORS", "[]", "no version would be kept")]
    [InlineData("KEEP_VERSION_SELECTORS", "[{}]", "would keep everything")]
    [InlineData("KEEP_VERSION_SELECTORS", "[7]", "write an object")]
    [InlineData("KEEP_VERSION_SELECTORS", """{"max_age":"old"}""", "cannot have \"max_age\":\"old\"")]
    [InlineData("KEEP_VERSION_SELECTORS", """{"days":3}""", "It may have pacticipant, branch")]
    [InlineData("KEEP_BRANCH_SELECTORS", """{"tag":"prod"}""", "branches are kept by")]
    public void A_setting_that_cannot_be_understood_is_named(string name, string value, string text)
    {
        var problem = Assert.Throws<ArgumentException>(() => CleanSettings.From(asked => asked == CleanSettings.Prefix + name ? value : null));

        Assert.StartsWith("PACT_BROKER_DATABASE_CLEAN_" + name, problem.Message, StringComparison.Ordinal);
        Assert.Contains(text, problem.Message, StringComparison.Ordinal);
    }
}
