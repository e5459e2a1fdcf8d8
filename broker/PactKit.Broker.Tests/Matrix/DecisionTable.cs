namespace PactKit.Broker.Tests.Matrix;

/// <summary>
/// The decisions that can-i-deploy is known for. Query: selectors joined by <c>+</c> (<c>Foo</c>, <c>Foo 1</c>, <c>Bar ^prod</c> latest tagged,
/// <c>Foo #prod</c> all tagged), then <c>|</c> and options.
/// </summary>
public static class DecisionTable
{
    private const string FooBar = "Foo 1 -> Bar; Bar 2 ok Foo 1";
    private const string Services = "ServiceB 100 -> ServiceA; ServiceA 99 ok ServiceB 100; ServiceA 1 -> ServiceB; ServiceB 100 ok ServiceA 1";
    private const string Zoo = "Foo 1 [prod] -> Bar; Foo 2 [prod] -> Bar; Foo 3 -> Bar; Bar 2 ok Foo 1; Bar 2 ok Foo 2; Bar 2 fail Foo 3; Cat 20 [prod] -> Bar; Dog 40 -> Bar; Bar 2 ok Dog 40";
    private const string Children = "c1 1 [test] -> p1; p1 1 [test] ok c1 1; c1 2 -> p2; p2 1 ok c1 2";
    private const string TwoInstances = "Foo 1 -> Bar; Foo 2 -> Bar; Foo 1 deployed prod (1); Foo 2 deployed prod (2); Bar 10 ok Foo 1";
    private const string TwoProviders = "Bar 10 ; Bar 11; Bar 10 deployed prod (1); Bar 11 deployed prod (2); Foo 1 -> Bar; Bar 10 ok Foo 1; Foo 2 -> Bar";
    private const string ToProd = "latest=true&tag=prod&latestby=cvp";
    private const string ToEnv = "environment=test&latestby=cvpv";
    private const string ToProdEnv = "environment=prod&latestby=cvpv";

    public static TheoryData<string, string, string, bool?> Rows => new()
    {
        { "01 a consumer by name", "Foo 1 -> Bar; Bar 2 [prod] ok Foo 1", $"Foo | {ToProd}", true },
        { "02 a provider against all production consumers", "Foo 1 [prod] -> Bar; Bar 10 [test] ok Foo 1; Foo 2 [prod] -> Bar", "Bar ^test | tag=prod&latestby=cvp", null },
        { "03 two providers without results", "Foo 1 -> Bar; Foo 1 -> Baz", $"Foo 1 | {ToProd}", null },
        { "04 the production provider never saw this version", "Foo 3.0.0 -> Bar; Bar 10 [prod] ok Foo 3.0.0; Foo 3.0.0 -> Baz; Baz 20 [prod] ok Foo 3.0.0; Foo 2.0.0 -> Bar; Bar 11 [prod] ok Foo 2.0.0", $"Foo 3.0.0 | {ToProd}", null },
        { "05 an old version does not need a new provider", "Foo 1 -> Bar; Bar 2 [prod] ok Foo 1; Foo 2 -> Bar; Bar 3 ok Foo 2; Foo 2 -> Wiffle; Wiffle 10 ok Foo 2", $"Foo 1 | {ToProd}", true },
        { "06 a version that does not exist", "Foo 1 -> Bar", "Bar 5 | latestby=cvp", false },
        { "07 a provider whose consumer is not in production", FooBar, $"Bar 2 | {ToProd}", true },
        { "08 a consumer whose provider is not in production", FooBar, $"Foo 1 | {ToProd}", null },
        { "09 a provider that is a consumer itself", FooBar + "; Bar 2 -> Baz", $"Bar 2 | {ToProd}", null },
        { "10 and its provider is in production", FooBar + "; Bar 2 -> Baz; Baz 4 [prod] ok Bar 2", $"Bar 2 | {ToProd}", true },
        { "11 nothing depends on it", "Foo 1 -> Bar; Bar 2", $"Bar 2 | {ToProd}", true },
        { "12 verified by another version than that in production", "Foo 1 -> Bar; Bar 2 [prod]; Bar 3 ok Foo 1", $"Foo 1 | {ToProd}", null },
        { "13 two services that call each other", Services, "ServiceA 1 + ServiceB 100 | latestby=cvpv", null },
        { "14 the same against the latest", Services, "ServiceB 100 | latest=true&latestby=cvp", null },
        { "15 several consumers in production", Zoo, $"Bar 2 + Foo #prod | {ToProd}", null },
        { "16 the same without inferring others", Zoo, "Bar 2 + Foo #prod | latestby=cvpv", true },
        { "17 only what was asked for", "Foo 1 -> Bar; Bar 2 [prod] ok Foo 1; Foo 1 -> Wiffle", "Foo 1 + Bar ^prod | latestby=cvpv", true },
        { "18 a new provider version without results", "Foo 1 -> Bar; Bar 1 ok Foo 1; Other 1 [test] -> Bar; Bar 1 ok Other 1; Bar 2", "Bar 2 | latest=true&tag=test&latestby=cvp", null },
        { "19a a consumer that changed its provider", Children, "c1 2 | latest=true&tag=test&latestby=cvp", null },
        { "19b and the provider it came to", Children, "p2 1 | latest=true&tag=test&latestby=cvp", true },
        { "20 the consumer in production has no pacts", "c1 1 -> p1; p1 1 ok c1 1; c1 2 [prod]", $"p1 1 | {ToProd}", true },
        { "21 all production versions count", "foo 1 -> bar; bar 1 [prod] ok foo 1; bar 2 [prod] fail foo 1", "foo 1 | tag=prod&latestby=cvp", false },
        { "22 the deployed version succeeded", "env test; Foo 1 -> Bar; Bar 2 ok Foo 1; Bar 2 deployed test; Bar 3 fail Foo 1", $"Foo 1 | {ToEnv}", true },
        { "23 the deployed version failed", "env test; Foo 1 -> Bar; Bar 2 fail Foo 1; Bar 2 deployed test; Bar 3 ok Foo 1", $"Foo 1 | {ToEnv}", false },
        { "24a nothing is deployed, for the consumer", "env test; " + FooBar, $"Foo 1 | {ToEnv}", null },
        { "24b nothing is deployed, for the provider", "env test; " + FooBar, $"Bar 2 | {ToEnv}", true },
        { "25a two instances of a consumer, one unverified", TwoInstances, $"Bar 10 | {ToProdEnv}", null },
        { "25b two instances of a consumer", TwoInstances + "; Bar 10 ok Foo 2", $"Bar 10 | {ToProdEnv}", true },
        { "26a two instances of a provider, none has verified", TwoProviders, "Foo 2 | environment=prod", null },
        { "26b one of two instances has verified", TwoProviders + "; Bar 11 ok Foo 2", "Foo 2 | environment=prod", true },
        { "26c the same grouped", TwoProviders + "; Bar 11 ok Foo 2", $"Foo 2 | {ToProdEnv}", true },
        { "27 two released versions, one failed", "Foo 1 -> Bar; Bar 10 fail Foo 1; Bar 11 ok Foo 1; Bar 10 released prod; Bar 11 released prod", $"Foo 1 | {ToProdEnv}", false },
        { "28 two released versions, both succeeded", "Foo 1 -> Bar; Bar 10 ok Foo 1; Bar 11 ok Foo 1; Bar 10 released prod; Bar 11 released prod", $"Foo 1 | {ToProdEnv}", true },
        { "29a two instances of a provider, one failed", "Foo 1 -> Bar; Bar 10 fail Foo 1; Bar 11 ok Foo 1; Bar 10 deployed prod (1); Bar 11 deployed prod (2)", $"Foo 1 | {ToProdEnv}", false },
        { "29b two instances of a provider, both succeeded", "Foo 1 -> Bar; Bar 10 ok Foo 1; Bar 11 ok Foo 1; Bar 10 deployed prod (1); Bar 11 deployed prod (2)", $"Foo 1 | {ToProdEnv}", true },
        { "30 the failed version was replaced", "Foo 1 -> Bar; Bar 10 fail Foo 1; Bar 10 deployed prod; Bar 11 ok Foo 1; Bar 11 deployed prod", $"Foo 1 | {ToProdEnv}", true },
        { "31a an unverified provider ignored", "Foo 1 -> Bar; Bar 2 [prod]", $"Foo 1 | {ToProd}&ignore[][pacticipant]=Bar", true },
        { "31b an unverified provider", "Foo 1 -> Bar; Bar 2 [prod]", $"Foo 1 | {ToProd}", null },
        { "32a a failed provider ignored", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", $"Foo 1 | {ToProd}&ignore[][pacticipant]=Bar", true },
        { "32b a failed provider version ignored", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", $"Foo 1 | {ToProd}&ignore[][pacticipant]=Bar&ignore[][version]=2", true },
        { "32c another version ignored", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", $"Foo 1 | {ToProd}&ignore[][pacticipant]=Bar&ignore[][version]=999", false },
        { "32d a failed provider", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", $"Foo 1 | {ToProd}", false },
        { "33a a provider that is not there, ignored", FooBar, $"Foo 1 | {ToProd}&ignore[][pacticipant]=Bar", true },
        { "33b a provider that is not there", FooBar, $"Foo 1 | {ToProd}", null },
        { "34a a named failed provider, ignored", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", "Foo 1 + Bar ^prod | latestby=cvpv&ignore[][pacticipant]=Bar", true },
        { "34b a named failed provider", "Foo 1 -> Bar; Bar 2 [prod] fail Foo 1", "Foo 1 + Bar ^prod | latestby=cvpv", false },
        { "35a a named missing provider, ignored", FooBar, "Foo 1 + Bar ^prod | latestby=cvpv&ignore[][pacticipant]=Bar", true },
        { "35b a named missing provider", FooBar, "Foo 1 + Bar ^prod | latestby=cvpv", false },
        { "37 a production consumer never verified", "Foo 1 [prod] -> Bar; Bar 2", $"Bar 2 | {ToProd}", null },
        { "38a a failed consumer ignored", "Foo 1 [prod] -> Bar; Bar 2 fail Foo 1", $"Bar 2 | {ToProd}&ignore[][pacticipant]=Foo", true },
        { "38b a failed consumer version ignored", "Foo 1 [prod] -> Bar; Bar 2 fail Foo 1", $"Bar 2 | {ToProd}&ignore[][pacticipant]=Foo&ignore[][version]=1", true },
        { "38c another consumer version ignored", "Foo 1 [prod] -> Bar; Bar 2 fail Foo 1", $"Bar 2 | {ToProd}&ignore[][pacticipant]=Foo&ignore[][version]=9", false },
        { "38d a failed consumer", "Foo 1 [prod] -> Bar; Bar 2 fail Foo 1", $"Bar 2 | {ToProd}", false },
    };

    public static string Url(string query)
    {
        var parts = query.Split('|', StringSplitOptions.TrimEntries);
        var selectors = parts[0].Split('+', StringSplitOptions.TrimEntries).Select(selector => selector.Split(' ') switch
        {
            [var name] => $"q[][pacticipant]={name}",
            [var name, ['^', .. var tag]] => $"q[][pacticipant]={name}&q[][tag]={tag}&q[][latest]=true",
            [var name, ['#', .. var tag]] => $"q[][pacticipant]={name}&q[][tag]={tag}",
            [var name, var version] => $"q[][pacticipant]={name}&q[][version]={version}",
            _ => throw new ArgumentException(selector),
        });
        return $"/matrix?{string.Join('&', selectors)}&{parts[1]}";
    }
}
