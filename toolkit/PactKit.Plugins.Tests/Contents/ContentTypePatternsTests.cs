using PactKit.Model;
using PactKit.Plugins.Contents;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Tests.Contents;

public sealed class ContentTypePatternsTests
{
    [Theory]
    [InlineData("text/csv;application/csv", "application/csv", true)]
    [InlineData("text/csv; application/csv", "Text/CSV; charset=utf-8", true)]
    [InlineData("application/.*grpc.*", "application/grpc+proto", true)]
    [InlineData("application/vnd.a+xml", "application/vnd.a+xml", true)]
    [InlineData("application/x;version=2", "application/x", true)]
    [InlineData("text/csv", "text/csv2", false)]
    [InlineData("csv", "text/csv", false)]
    [InlineData("text/(csv", "text/csv", false)]
    [InlineData("", "text/csv", false)]
    public void A_pattern_stands_for_the_whole_type(string patterns, string type, bool accepted)
    {
        Assert.True(ContentType.TryParse(type, out var parsed));
        Assert.Equal(accepted, ContentTypePatterns.Accepts(new CatalogueEntry { Values = { ["content-types"] = patterns } }, parsed));
    }

    [Fact]
    public void An_entry_without_content_types_is_for_none() => Assert.False(ContentTypePatterns.Accepts(new CatalogueEntry(), ContentType.Json));
}
