using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Tests.Webhooks;

public sealed class WebhookTemplateTests
{
    [Theory]
    [InlineData("https://x/${pactbroker.consumerName}/${pactbroker.other}", "https://x/My+App%2F1/${pactbroker.other}")]
    [InlineData("https://x/?name=${pactbroker.consumerName}&v=${pactbroker.buildUrl}", "https://x/?name=My+App%2F1&v=")]
    [InlineData("https://x/${pactbroker.consumerName}?name=${pactbroker.consumerName}", "https://x/My+App%2F1?name=My+App%2F1")]
    public void Values_in_a_url_are_escaped_as_in_a_form(string template, string url) =>
        Assert.Equal(url, WebhookTemplate.RenderUrl(template, new Dictionary<string, string> { ["consumerName"] = "My App/1" }));
}
