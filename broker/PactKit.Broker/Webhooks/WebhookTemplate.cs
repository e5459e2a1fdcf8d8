using System.Text.RegularExpressions;

namespace PactKit.Broker.Webhooks;

/// <summary>Fills <c>${pactbroker.name}</c>. Unknown names stay as they are; known ones without a value become empty.</summary>
internal static partial class WebhookTemplate
{
    public const string Start = "${pactbroker.";

    public static readonly IReadOnlyList<string> Names =
    [
        "consumerName", "providerName", "consumerVersionNumber", "providerVersionNumber", "consumerVersionTags", "providerVersionTags",
        "consumerVersionBranch", "providerVersionBranch", "providerVersionDescriptions", "consumerLabels", "providerLabels", "pactUrl",
        "verificationResultUrl", "githubVerificationStatus", "bitbucketVerificationStatus", "azureDevOpsVerificationStatus",
        "gitlabVerificationStatus", "eventName", "buildUrl",
    ];

    public static string Render(string template, IReadOnlyDictionary<string, string> values, Func<string, string>? escape = null) =>
        Parameter().Replace(template, match =>
        {
            var name = match.Groups[1].Value;
            if (!Names.Contains(name)) return match.Value;
            var value = values.GetValueOrDefault(name) ?? "";
            return escape is null ? value : escape(value);
        });

    /// <summary>As a form would send it, a space as <c>+</c>, in the path too: receivers were written for the URLs the Ruby broker calls.</summary>
    public static string RenderUrl(string template, IReadOnlyDictionary<string, string> values) =>
        Render(template, values, value => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));

    [GeneratedRegex(@"\$\{pactbroker\.([A-Za-z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
