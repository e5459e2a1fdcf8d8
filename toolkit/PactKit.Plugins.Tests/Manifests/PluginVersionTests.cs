using PactKit.Plugins.Manifests;

namespace PactKit.Plugins.Tests.Manifests;

public sealed class PluginVersionTests
{
    [Theory]
    [InlineData("1.0.0", "1.0.1")]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("0.9.9", "1")]
    [InlineData("1.0.0-beta", "1.0.0")]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.11")]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1")]
    [InlineData("1.0.0-1", "1.0.0-alpha")]
    public void A_version_comes_before_a_later_one(string earlier, string later)
    {
        Assert.True(PluginVersion.TryParse(earlier)!.CompareTo(PluginVersion.TryParse(later)) < 0);
        Assert.True(PluginVersion.TryParse(later)!.CompareTo(PluginVersion.TryParse(earlier)) > 0);
    }

    [Theory]
    [InlineData("1", "1.0.0")]
    [InlineData("1.2.3+build.5", "1.2.3")]
    public void Versions_may_be_written_differently_and_be_equal(string left, string right) =>
        Assert.Equal(PluginVersion.TryParse(left), PluginVersion.TryParse(right));

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1.2.3.4")]
    [InlineData("1.-2")]
    [InlineData("v1.0")]
    public void A_text_that_is_no_version_is_none(string text) => Assert.Null(PluginVersion.TryParse(text));
}
