using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Chooses the comparison by the expected content type. The first that fits is taken.</summary>
internal static class BodyMatchers
{
    public static BodyMatcher For(Body body, ContentType type, RuleCursor rules, MatchingOptions options)
    {
        var content = body.Content;
        if (type.IsJson) return new JsonBody(content, type, rules, options);
        if (type.IsXml) return new XmlBody(content, type, rules, options);
        if (type.IsMultipart) return new MultipartBody(content, type, rules, options);
        if (type.IsForm) return new FormBody(content, type, rules);
        if (body.Hint == ContentTypeHint.Binary || (type.IsBinary && body.Hint != ContentTypeHint.Text) || HasContentTypeRule(rules))
            return new BinaryBody(content, type, rules);
        return new TextBody(content, type, rules);
    }

    private static bool HasContentTypeRule(RuleCursor rules) => rules.Rules?.Checks.Any(c => c is ContentTypeCheck) ?? false;
}
