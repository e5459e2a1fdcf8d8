#pragma warning disable CS0618 // What is tested here is obsolete on purpose.
using System.Reflection;
using System.Text.Json;
using PactNet;
using PactNet.Verifier;
using PactNet.Verifier.Messaging;
using IPAddress = PactNet.Models.IPAddress;

namespace PactKit.Tests.PactNet;

/// <summary>Tests written for PactNet 4 compile, run, and are told what to write instead.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_consumers_words_of_version_4_do_what_they_did()
    {
        IPactBuilderV2 v2 = Pact.V2("c2", "p", Config()).UsingNativeBackend(port: null, host: IPAddress.Loopback);
        IPactBuilderV3 v3 = Pact.V3("c3", "p", Config()).UsingNativeBackend();
        IPactBuilderV4 v4 = Pact.V4("c4", "p", Config()).UsingNativeBackend();
        v2.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();
        v3.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();
        v4.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();
        foreach (var pact in new IPactBuilder[] { v2, v3, v4 })
        {
            await pact.VerifyAsync(async context =>
            {
                using var client = context.CreateClient();
                Assert.Equal("", await client.GetStringAsync(""));
            });
        }

        Assert.True(_folder.Has("c2-p.json") && _folder.Has("c3-p.json") && _folder.Has("c4-p.json"));
    }

    [Fact]
    public void The_messages_of_version_4_do_what_they_did()
    {
        IMessagePactV3 pact = MessagePact.V3("c", "p", Config());
        IMessagePactBuilderV3 messages = pact.UsingNativeBackend();
        messages.ExpectsToReceive("d").WithJsonContent(new { A = 1 }).Verify<JsonElement>(message => Assert.Equal(1, message.GetProperty("A").GetInt32()));
        MessagePact.V3("c5", "p", Config()).WithMessageInteractions().ExpectsToReceive("d").WithJsonContent(1).Verify<int>(_ => { });
        Pact.V3("c6", "p", Config()).UsingNativeBackendForMessage().ExpectsToReceive("d").WithJsonContent(1).Verify<int>(_ => { });

        Assert.True(_folder.Has("c-p.json") && _folder.Has("c5-p.json") && _folder.Has("c6-p.json"));

        using var verifier = new PactVerifier(new PactVerifierConfig { Outputters = [] });
        verifier.MessagingProvider("p").WithProviderMessages(scenarios => scenarios.Add("d", () => new { A = 1 }))
            .WithFileSource(new FileInfo(Path.Combine(_folder.Path, "c-p.json"))).Verify();
    }

    [Fact]
    public void The_verifier_of_version_4_learns_its_provider_from_the_next_call()
    {
        var file = new FileInfo(_folder.Write("c-p.json", """{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[]}"""));
        using var verifier = new PactVerifier();
        verifier.ServiceProvider("p", new Uri("http://localhost:1")).WithFileSource(file).Verify();

        using var nameless = new PactVerifier(new PactVerifierConfig { Outputters = [] });
        var fault = Assert.Throws<InvalidOperationException>(() => nameless.WithHttpEndpoint(new Uri("http://localhost:1")).WithFileSource(file));
        Assert.Contains("new PactVerifier(providerName)", fault.Message, StringComparison.Ordinal);
        using var named = new PactVerifier("p");
        Assert.Contains("a verifier has one provider", Assert.Throws<InvalidOperationException>(() => named.ServiceProvider("q", new Uri("http://localhost:1"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PactVerifier(null!));
    }

    [Fact]
    public void Each_of_them_says_what_to_write_instead()
    {
        var members = new[] { typeof(PactMigrationExtensions), typeof(VerifierMigrationExtensions), typeof(MessagePact) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).ToList();

        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains("instead", member.GetCustomAttribute<ObsoleteAttribute>()!.Message, StringComparison.Ordinal));
        Assert.All(members, member => Assert.False(member.GetCustomAttribute<ObsoleteAttribute>()!.IsError));
    }

    [Fact]
    public void Nothing_inside_is_dispatched_dynamically()
    {
        // A call site of the C# runtime binder needs this assembly; attributes that mark a signature as dynamic do not.
        Assert.DoesNotContain(typeof(Pact).Assembly.GetReferencedAssemblies(), assembly => assembly.Name == "Microsoft.CSharp");
    }

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [] };
}
