using PactKit.Broker.Tests.Support;
using PactKit.Verifier.States;

namespace PactKit.Broker.Tests.ClientContract;

/// <summary>The provider states of the official client's contract, set up over HTTP; <paramref name="setUuid"/> gives the one row of a table its UUID.</summary>
internal sealed class ClientContractStates(TestData given, Func<string, string, Task> setUuid)
{
    private const string Pricing = "Pricing%20Service";
    private const string Foo = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";
    private const string Deployed = "ff3adecf-cfc5-4653-a4e3-f1861092f8e0";
    private const string TestPlace = "cb632df3-0a0d-4227-aac3-60114dd36479";
    private const string OtherPlace = "16926ef3-590f-4e3f-838e-719717aa88c9";
    private const string Verified = "Foo 1.2.3 -> Bar; Bar 4.5.6 ok Foo 1.2.3";

    public StateHandlers Handlers()
    {
        var states = new StateHandlers();
        foreach (var nothing in Nothing) states.Add(nothing, _ => { });
        void Add(string name, Func<Task> setup) => states.Add(name, _ => setup());
        void Tell(string name, string story) => Add(name, () => given.TellAsync(story));

        Add("'Condor' exists in the pact-broker", () => given.Version("Condor", "1.3.0"));
        Tell("'Condor' exists in the pact-broker with the latest version 1.2.3", "Condor 1.0.0; Condor 1.2.3");
        Tell("'Condor' exists in the pact-broker with the latest tagged 'production' version 1.2.3", "Condor 1.2.3 [production]; Condor 2.0.0");
        Tell("'Condor' exists in the pact-broker with version 1.3.0, tagged with 'prod'", "Condor 1.3.0 [prod]");
        Add("the 'Pricing Service' already exists in the pact-broker", PricingExists);
        Add("the 'Pricing Service' and 'Condor' already exist in the pact-broker", BothExist);
        foreach (var name in new[]
        {
            "the 'Pricing Service' and 'Condor' already exist in the pact-broker, and Condor already has a pact published for version 1.3.0",
            "a pact between Condor and the Pricing Service exists", "a latest pact between Condor and the Pricing Service exists",
        })
        {
            Add(name, () => Pact());
        }

        Add("a pact between Condor and the Pricing Service exists for the production version of Condor", () => Pact("prod"));
        Add("tagged as prod pact between Condor and the Pricing Service exists", () => Pact("prod"));
        Add("a pacticipant with name Foo exists", () => TestData.Ok(given.Post("/pacticipants", new { name = "Foo" })));
        Add("a branch named main exists for pacticipant Foo", () => given.Version("Foo", "1", "main"));
        Add("a webhook with the uuid 696c5f93-1b7f-44bc-8d03-59440fcaa9a0 exists", Webhook);

        Tell("the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6", Verified + "; Bar 7.8.9 ok Foo 1.2.3; Foo 2.0.0 -> Bar; Bar 4.5.6 ok Foo 2.0.0");
        Add("the pact for Foo Thing version 1.2.3 has been verified by Bar version 4.5.6", FooThing);
        Tell("the pact for Foo version 1.2.3 and 1.2.4 has been verified by Bar version 4.5.6", Verified + "; Foo 1.2.4 -> Bar; Bar 4.5.6 ok Foo 1.2.4");
        Tell("the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6 and version 5.6.7", Verified + "; Bar 5.6.7 ok Foo 1.2.3");
        Tell("the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 (tagged prod) and version 5.6.7", Verified + "; Bar 4.5.6 [prod]; Bar 5.6.7 ok Foo 1.2.3");
        Tell("the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6, and 1.2.4 unsuccessfully by 9.9.9", Verified + "; Foo 1.2.4 -> Bar; Bar 9.9.9 fail Foo 1.2.4");
        Tell("the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 with tag prod, and 1.2.4 unsuccessfully by 9.9.9",
            Verified + "; Bar 4.5.6 [prod]; Foo 1.2.4 -> Bar; Bar 9.9.9 fail Foo 1.2.4");
        Tell("provider Bar version 4.5.6 has a successful verification for Foo version 1.2.3 tagged prod and a failed verification for version 3.4.5 tagged prod",
            "Foo 1.2.3 [prod] -> Bar; Bar 4.5.6 ok Foo 1.2.3; Foo 3.4.5 [prod] -> Bar; Bar 4.5.6 fail Foo 3.4.5");

        Tell("an environment with name test exists", "env test");
        Add("an environment with name test and UUID 16926ef3-590f-4e3f-838e-719717aa88c9 exists", () => Environment(OtherPlace));
        Add($"version {Foo} of pacticipant Foo exists with a test environment available for deployment", () => FooAt(TestPlace));
        Add($"version {Foo} of pacticipant Foo exists with a test environment available for release", () => FooAt(TestPlace));
        Tell($"version {Foo} of pacticipant Foo exists with 2 environments that aren't test available for deployment", $"env prod; env dev; Foo {Foo}");
        Add($"an version is deployed to environment with UUID {OtherPlace} with target customer-1", () => DeployedAt(OtherPlace));
        Add("a currently deployed version exists", () => DeployedAt(TestPlace));
        return states;
    }

    /// <summary>States of an empty broker, or of its index.</summary>
    private static readonly string[] Nothing =
    [
        "'Condor' does not exist in the pact-broker", "the 'Pricing Service' does not exist in the pact-broker",
        "no pact between Condor and the Pricing Service exists", "the pacticipant relations are present",
        "the pb:latest-tagged-version relation exists in the index resource", "the pb:latest-version relation exists in the index resource",
        "the pb:pacticipant-branch relation exists in the index resource", "the pb:publish-contracts relations exists in the index resource",
        "the pb:pacticipant-version and pb:environments relations exist in the index resource",
    ];

    private async Task PricingExists()
    {
        await TestData.Ok(given.Post("/pacticipants", new { name = "Pricing Service", repositoryUrl = "git@git.realestate.com.au:business-systems/pricing-service" }));
        await given.Version(Pricing, "1.3.0");
    }

    private async Task BothExist()
    {
        await TestData.Ok(given.Post("/pacticipants", new { name = "Pricing Service" }));
        await TestData.Ok(given.Post("/pacticipants", new { name = "Condor" }));
    }

    private async Task Pact(params string[] tags)
    {
        var content = new { consumer = new { name = "Condor" }, provider = new { name = "Pricing Service" }, interactions = Array.Empty<object>() };
        await TestData.Ok(given.Put($"/pacts/provider/{Pricing}/consumer/Condor/version/1.3.0", content));
        await given.Version("Condor", "1.3.0", null, tags);
    }

    private async Task FooThing()
    {
        await given.Publish("Foo Thing", "1.2.3", "Bar");
        await given.Verify("Foo%20Thing", "1.2.3", "Bar", "4.5.6", true);
    }

    private async Task Webhook()
    {
        await BothExist();
        await TestData.Ok(given.Put("/webhooks/696c5f93-1b7f-44bc-8d03-59440fcaa9a0", new
        {
            events = new[] { new { name = "contract_content_changed" } },
            request = new { method = "POST", url = "https://webhook" },
            consumer = new { name = "Condor" },
            provider = new { name = "Pricing Service" },
        }));
    }

    private async Task Environment(string uuid)
    {
        await given.Environment("test");
        await setUuid("environments", uuid);
    }

    private async Task FooAt(string uuid)
    {
        await Environment(uuid);
        await given.Version("Foo", Foo);
    }

    private async Task DeployedAt(string uuid)
    {
        await FooAt(uuid);
        await given.Deploy("Foo", Foo, "test", "customer-1");
        await setUuid("deployed_versions", Deployed);
    }
}
