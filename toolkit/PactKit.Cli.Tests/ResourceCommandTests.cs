using PactKit.Tests.Brokers;

namespace PactKit.Cli.Tests;

/// <summary>Each command against a broker that answers: what is sent, what is said, how it exits.</summary>
public sealed class ResourceCommandTests
{
    private static FakeBroker Broker() => new FakeBroker()
        .On("GET /pacticipants/A/versions/1", """
            {"number":"1","createdAt":"2026-01-01T00:00:00+00:00","buildUrl":"https://ci/1",
             "_embedded":{"branchVersions":[{"name":"main"}],"tags":[{"name":"dev"},{"name":"test"}]},
             "_links":{"pb:record-deployment":[{"href":"{B}/deploy","name":"prod"}],"pb:record-release":[{"href":"{B}/release","name":"prod"}],
                       "pb:deployed-environments":[{"name":"Prod","href":"x","currently_deployed":true},{"name":"Test","href":"x","currently_deployed":false}]}}
            """)
        .On("POST /deploy", """{"uuid":"d1"}""", 201)
        .On("POST /release", """{"uuid":"r1"}""", 201)
        .On("GET /environments", """
            {"_embedded":{"environments":[{"uuid":"e1","name":"prod","displayName":"Production","production":true}]},
             "_links":{"pb:environments":[{"href":"{B}/environments/e1","name":"prod"}]}}
            """)
        .On("GET /environments/e1", """
            {"uuid":"e1","name":"prod","displayName":"Production","production":true,"contacts":[{"name":"us","details":{"emailAddress":"us@x.test"}}],
             "_links":{"pb:currently-deployed-deployed-versions":{"href":"{B}/cd"},"pb:currently-supported-released-versions":{"href":"{B}/cs"}}}
            """)
        .On("GET /cd?pacticipant=A", """{"_embedded":{"deployedVersions":[{"_links":{"self":{"href":"{B}/dv/1"}}}]}}""")
        .On("GET /cs?pacticipant=A&version=1", """{"_embedded":{"releasedVersions":[{"_embedded":{"version":{"number":"1"}},"_links":{"self":{"href":"{B}/rv/1"}}}]}}""")
        .On("PATCH /dv/1", "{}").On("PATCH /rv/1", "{}")
        .On("POST /environments", """{"uuid":"e9","name":"qa"}""", 201)
        .On("PUT /environments/e1", """{"uuid":"e1","name":"live"}""")
        .On("DELETE /environments/e1", "", 204)
        .On("GET /pacticipants", """{"_embedded":{"pacticipants":[{"name":"A","displayName":"An A","mainBranch":"main"}]}}""")
        .On("POST /pacticipants", """{"name":"New"}""", 201)
        .On("GET /pacticipants/A", """{"name":"A","displayName":"An A","_embedded":{"latestVersion":{"number":"7"}}}""")
        .On("PATCH /pacticipants/A", "{}")
        .On("PUT /pacticipants/A/versions/1", "{}", 201)
        .On("PUT /pacticipants/A/versions/1/tags/dev", "{}", 201)
        .On("PUT /pacticipants/A/versions/1/tags/main", "{}", 201)
        .On("PUT /pacticipants/A/versions/2/tags/dev", "{}", 201)
        .On("DELETE /pacticipants/A/versions/1/tags/dev", "", 204)
        .On("PUT /pacticipants/A/branches/main/versions/1", "{}", 201)
        .On("GET /pacticipants/A/latest-version", """{"number":"8"}""")
        .On("GET /pacticipants/A/latest-version/prod", """{"number":"5"}""")
        .On("DELETE /pacticipants/A/branches/old", "", 204)
        .On("GET /pacts/latest", """
            {"pacts":[{"createdAt":"2026-01-01","_embedded":{"consumer":{"name":"A","_embedded":{"version":{"number":"1"}}},"provider":{"name":"B"}}}]}
            """)
        .On("POST /webhooks", """{"description":"Hook","_links":{"self":{"href":"{B}/webhooks/w1"}}}""", 201)
        .On("PUT /webhooks/0123456789abcdef", """{"description":"Hook"}""", 201)
        .On("GET /webhooks/w1", """{"_links":{"pb:execute":{"href":"{B}/webhooks/w1/execute"}}}""")
        .On("POST /webhooks/w1/execute", """{"success":true,"logs":"sent it"}""")
        .On("DELETE /webhooks/w1", "", 204);

    [Theory]
    [InlineData("record-deployment -a A -e 1 --environment prod", "POST /deploy {}", "Recorded the deployment of A version 1 to prod.")]
    [InlineData("record-deployment -a A -e 1 --environment prod --application-instance blue", "POST /deploy {\"applicationInstance\":\"blue\",\"target\":\"blue\"}", "(application instance blue)")]
    [InlineData("record-release -a A -e 1 --environment prod", "POST /release {}", "Recorded the release of A version 1 in prod.")]
    [InlineData("record-undeployment -a A --environment prod", "PATCH /dv/1 {\"currentlyDeployed\":false}", "Recorded the undeployment of A from prod.")]
    [InlineData("record-support-ended -a A -e 1 --environment prod", "PATCH /rv/1 {\"currentlySupported\":false}", "Recorded the end of support for A version 1 in prod.")]
    [InlineData("create-environment --name qa --display-name QA --production", "POST /environments {\"name\":\"qa\",\"displayName\":\"QA\",\"production\":true}", "Created the environment qa with UUID e9.")]
    [InlineData("create-environment --name qa --no-production -o id", "POST /environments {\"name\":\"qa\",\"production\":false}", "e9\n")]
    [InlineData("update-environment --uuid e1 --name live", "PUT /environments/e1 {\"displayName\":\"Production\",\"production\":true,\"contacts\":[{\"name\":\"us\",\"details\":{\"emailAddress\":\"us@x.test\"}}],\"name\":\"live\"}", "Updated the environment live.")]
    [InlineData("delete-environment --uuid e1", "DELETE /environments/e1", "Deleted the environment prod.")]
    [InlineData("describe-environment --uuid e1", "GET /environments/e1", "Contacts:     us <us@x.test>")]
    [InlineData("list-environments", "GET /environments", "| e1   | prod | Production   | true       |")]
    [InlineData("create-or-update-pacticipant --name New --main-branch main", "POST /pacticipants {\"name\":\"New\",\"mainBranch\":\"main\"}", "Created the pacticipant New.")]
    [InlineData("create-or-update-pacticipant --name A --repository-url u", "PATCH /pacticipants/A {\"name\":\"A\",\"repositoryUrl\":\"u\"}", "Updated the pacticipant A.")]
    [InlineData("describe-pacticipant --name A", "GET /pacticipants/A", "Latest version: 7")]
    [InlineData("list-pacticipants", "GET /pacticipants", "| A    | An A         | main        |")]
    [InlineData("create-or-update-version -a A -e 1", "PUT /pacticipants/A/versions/1 {}", "A version 1 is there.")]
    [InlineData("create-or-update-version -a A -e 1 --branch main -t dev", "PUT /pacticipants/A/versions/1/tags/dev {}", "on branch main with tags dev.")]
    [InlineData("describe-version -a A", "GET /pacticipants/A/latest-version", "Version:     8")]
    [InlineData("describe-version -a A -l prod", "GET /pacticipants/A/latest-version/prod", "Version:     5")]
    [InlineData("describe-version -a A -e 1", "GET /pacticipants/A/versions/1", "Deployed to: Prod\n")]
    [InlineData("create-version-tag -a A -e 1 -t dev -t main", "PUT /pacticipants/A/versions/1/tags/main {}", "Tagged A version 1 with main.")]
    [InlineData("create-version-tag -a A -e 2 -t dev --auto-create-version", "PUT /pacticipants/A/versions/2/tags/dev {}", "Tagged A version 2 with dev.")]
    [InlineData("delete-version-tag -a A -e 1 -t dev", "DELETE /pacticipants/A/versions/1/tags/dev", "Removed the tag dev from A version 1.")]
    [InlineData("delete-branch -a A --branch old", "DELETE /pacticipants/A/branches/old", "Deleted the branch old of A.")]
    [InlineData("delete-branch -a A --branch none", "DELETE /pacticipants/A/branches/none", "there was nothing to delete.")]
    [InlineData("delete-branch -a A --branch none --error-when-not-found false", "DELETE /pacticipants/A/branches/none", "there was nothing to delete.")]
    [InlineData("delete-version-tag -a A -e 1 -t none", "DELETE /pacticipants/A/versions/1/tags/none", "there was nothing to remove.")]
    [InlineData("delete-webhook --uuid none", "DELETE /webhooks/none", "there was nothing to delete.")]
    [InlineData("list-latest-pact-versions", "GET /pacts/latest", "| A        | 1                | B        | 2026-01-01 |")]
    [InlineData("create-webhook https://x.test -X POST -H A:b -d {} --user me:pw --contract-published", "POST /webhooks {\"events\":[{\"name\":\"contract_published\"}],\"request\":{\"url\":\"https://x.test\",\"method\":\"POST\",\"username\":\"me\",\"password\":\"pw\",\"headers\":{\"A\":\"b\"},\"body\":{}}}", "Created the webhook Hook")]
    [InlineData("create-or-update-webhook https://x.test -X POST --uuid 0123456789abcdef --consumer A --provider-label team", "PUT /webhooks/0123456789abcdef {\"consumer\":{\"name\":\"A\"},\"provider\":{\"label\":\"team\"},\"request\":{\"url\":\"https://x.test\",\"method\":\"POST\"}}", "Created the webhook Hook.")]
    [InlineData("test-webhook --uuid w1", "POST /webhooks/w1/execute {}", "sent it")]
    [InlineData("delete-webhook --uuid w1", "DELETE /webhooks/w1", "Deleted the webhook w1.")]
    public async Task A_command_sends_what_official_clients_send_and_says_what_it_did(string words, string lastRequest, string said)
    {
        using var cli = new CommandLine(Broker());
        Assert.Equal(0, await cli.RunAsync(words.Split(' ')));
        Assert.Equal(lastRequest, cli.Broker.Requests[^1]);
        Assert.Contains(said, cli.Out, StringComparison.Ordinal);
        Assert.Empty(cli.Error);
    }

    [Theory]
    [InlineData("record-deployment -a A -e 9 --environment prod", "The broker knows no version 9 of A.")]
    [InlineData("record-deployment -a A -e 1 --environment qa", "There is no environment called 'qa': the broker has prod.")]
    [InlineData("record-undeployment -a A --environment qa", "There is no environment called 'qa': the broker has prod.")]
    [InlineData("record-undeployment -a A --environment prod --application-instance blue", "A (application instance blue) is not currently deployed to prod; there is nothing to undeploy.")]
    [InlineData("describe-pacticipant --name Nobody", "The broker knows no pacticipant called 'Nobody'.")]
    [InlineData("describe-version -a A -l none", "The broker knows no version of A with tag none.")]
    [InlineData("create-version-tag -a A -e 2 -t dev", "The broker knows no version 2 of A. --auto-create-version creates it along with the tag.")]
    [InlineData("delete-branch -a A --branch none --error-when-not-found", "A has no branch none.")]
    [InlineData("describe-environment --uuid none", "The broker has no environment with the UUID none.")]
    [InlineData("test-webhook --uuid none", "The broker has no webhook with the UUID none.")]
    public async Task What_is_not_there_is_one_clear_sentence(string words, string sentence)
    {
        using var cli = new CommandLine(Broker());
        Assert.Equal(1, await cli.RunAsync(words.Split(' ')));
        Assert.StartsWith($"pactkit: {sentence}\n", cli.Error, StringComparison.Ordinal);
        Assert.Empty(cli.Out);
    }

    [Theory]
    [InlineData("list-environments")]
    [InlineData("describe-environment --uuid e1")]
    [InlineData("describe-pacticipant --name A")]
    [InlineData("describe-version -a A -e 1")]
    [InlineData("record-deployment -a A -e 1 --environment prod")]
    [InlineData("record-undeployment -a A --environment prod")]
    [InlineData("create-or-update-version -a A -e 1 -t dev")]
    [InlineData("list-latest-pact-versions")]
    public async Task With_json_standard_output_is_one_document(string words)
    {
        using var cli = new CommandLine(Broker());
        Assert.Equal(0, await cli.RunAsync([.. words.Split(' '), "-o", "json"]));
        using var document = System.Text.Json.JsonDocument.Parse(cli.Out);
    }

    [Fact]
    public async Task A_webhook_body_can_be_read_from_a_file()
    {
        using var cli = new CommandLine(Broker());
        cli.Write("body.json", "{\"a\": [1]}");
        Assert.Equal(0, await cli.RunAsync("create-webhook", "https://x.test", "-X", "POST", "-d", "@body.json"));
        Assert.Contains("\"body\":{\"a\":[1]}", cli.Broker.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(1, await cli.RunAsync("create-webhook", "https://x.test", "-X", "POST", "-d", "@none.json"));
        Assert.Contains("There is no file 'none.json'", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_uuid_is_printed_alone()
    {
        using var cli = new CommandLine();
        Assert.Equal(0, await cli.RunAsync("generate-uuid"));
        Assert.Equal("00000000-0000-4000-8000-000000000001\n", cli.Out);
    }
}
