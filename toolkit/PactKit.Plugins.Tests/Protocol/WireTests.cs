using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Tests.Protocol;

/// <summary>
/// The bytes other drivers and plugins send and expect. Tags are spelled out: field number times eight, plus 2 for everything that has a
/// length, plus 0 for numbers, booleans and enumerations. A changed number in plugin.proto fails here.
/// </summary>
public sealed class WireTests
{
    [Fact]
    public void Service_and_calls_have_the_names_other_drivers_use()
    {
        Assert.Equal("io.pact.plugin.PactPlugin", PactPlugin.Descriptor.FullName);
        Assert.Equal(
            [
                "InitPlugin InitPluginRequest InitPluginResponse",
                "UpdateCatalogue Catalogue Empty",
                "CompareContents CompareContentsRequest CompareContentsResponse",
                "ConfigureInteraction ConfigureInteractionRequest ConfigureInteractionResponse",
                "GenerateContent GenerateContentRequest GenerateContentResponse",
                "StartMockServer StartMockServerRequest StartMockServerResponse",
                "ShutdownMockServer ShutdownMockServerRequest ShutdownMockServerResponse",
                "GetMockServerResults MockServerRequest MockServerResults",
                "PrepareInteractionForVerification VerificationPreparationRequest VerificationPreparationResponse",
                "VerifyInteraction VerifyInteractionRequest VerifyInteractionResponse",
            ],
            PactPlugin.Descriptor.Methods.Select(method => $"{method.Name} {method.InputType.Name} {method.OutputType.Name}"));
    }

    public static TheoryData<IMessage, byte[]> Messages => new()
    {
        { new InitPluginRequest { Implementation = "a", Version = "b" }, [0x0A, 1, (byte)'a', 0x12, 1, (byte)'b'] },
        {
            new InitPluginResponse { Catalogue = { new CatalogueEntry { Type = CatalogueEntry.Types.EntryType.Transport, Key = "k", Values = { ["v"] = "w" } } } },
            [0x0A, 13, 0x08, 2, 0x12, 1, (byte)'k', 0x1A, 6, 0x0A, 1, (byte)'v', 0x12, 1, (byte)'w']
        },
        { new Catalogue { Catalogue_ = { new CatalogueEntry { Type = CatalogueEntry.Types.EntryType.Interaction } } }, [0x0A, 2, 0x08, 4] },
        {
            new Body { ContentType = "t", Content = ByteString.CopyFromUtf8("c"), ContentTypeHint = Body.Types.ContentTypeHint.Binary },
            [0x0A, 1, (byte)'t', 0x12, 3, 0x0A, 1, (byte)'c', 0x18, 2]
        },
        { new Body { Content = ByteString.Empty }, [0x12, 0] },
        {
            new CompareContentsRequest { Expected = new Body(), Actual = new Body(), AllowUnexpectedKeys = true, Rules = { ["r"] = new MatchingRules() }, PluginConfiguration = new PluginConfiguration() },
            [0x0A, 0, 0x12, 0, 0x18, 1, 0x22, 5, 0x0A, 1, (byte)'r', 0x12, 0, 0x2A, 0]
        },
        {
            new CompareContentsResponse { Error = "e", TypeMismatch = new ContentTypeMismatch { Expected = "x", Actual = "y" }, Results = { ["r"] = new ContentMismatches() } },
            [0x0A, 1, (byte)'e', 0x12, 6, 0x0A, 1, (byte)'x', 0x12, 1, (byte)'y', 0x1A, 5, 0x0A, 1, (byte)'r', 0x12, 0]
        },
        {
            new ContentMismatches { Mismatches = { new ContentMismatch { Expected = ByteString.Empty, Actual = ByteString.Empty, Mismatch = "m", Path = "p", Diff = "d", MismatchType = "t" } } },
            [0x0A, 16, 0x0A, 0, 0x12, 0, 0x1A, 1, (byte)'m', 0x22, 1, (byte)'p', 0x2A, 1, (byte)'d', 0x32, 1, (byte)'t']
        },
        { new ConfigureInteractionRequest { ContentType = "t", ContentsConfig = new Struct() }, [0x0A, 1, (byte)'t', 0x12, 0] },
        {
            new ConfigureInteractionResponse { Error = "e", Interaction = { new InteractionResponse() }, PluginConfiguration = new PluginConfiguration() },
            [0x0A, 1, (byte)'e', 0x12, 0, 0x1A, 0]
        },
        { new MatchingRules { Rule = { new MatchingRule { Type = "t", Values = new Struct() } } }, [0x0A, 5, 0x0A, 1, (byte)'t', 0x12, 0] },
        { new Generator { Type = "t", Values = new Struct() }, [0x0A, 1, (byte)'t', 0x12, 0] },
        { new PluginConfiguration { InteractionConfiguration = new Struct(), PactConfiguration = new Struct() }, [0x0A, 0, 0x12, 0] },
        {
            new InteractionResponse
            {
                Contents = new Body(), MessageMetadata = new Struct(), PluginConfiguration = new PluginConfiguration(), InteractionMarkup = "m",
                InteractionMarkupType = InteractionResponse.Types.MarkupType.Html, PartName = "p",
                Rules = { ["r"] = new MatchingRules() }, Generators = { ["g"] = new Generator() },
                MetadataRules = { ["x"] = new MatchingRules() }, MetadataGenerators = { ["y"] = new Generator() },
            },
            [
                0x0A, 0, 0x12, 5, 0x0A, 1, (byte)'r', 0x12, 0, 0x1A, 5, 0x0A, 1, (byte)'g', 0x12, 0, 0x22, 0, 0x2A, 0, 0x32, 1, (byte)'m', 0x38, 1,
                0x42, 1, (byte)'p', 0x4A, 5, 0x0A, 1, (byte)'x', 0x12, 0, 0x52, 5, 0x0A, 1, (byte)'y', 0x12, 0,
            ]
        },
        {
            new GenerateContentRequest
            {
                Contents = new Body(), Generators = { ["g"] = new Generator() }, PluginConfiguration = new PluginConfiguration(), TestContext = new Struct(),
                TestMode = GenerateContentRequest.Types.TestMode.Provider, ContentFor = GenerateContentRequest.Types.ContentFor.Response,
            },
            [0x0A, 0, 0x12, 5, 0x0A, 1, (byte)'g', 0x12, 0, 0x1A, 0, 0x22, 0, 0x28, 2, 0x30, 1]
        },
        { new GenerateContentResponse { Contents = new Body() }, [0x0A, 0] },
        {
            new StartMockServerRequest { HostInterface = "h", Port = 1, Tls = true, Pact = "p", TestContext = new Struct() },
            [0x0A, 1, (byte)'h', 0x10, 1, 0x18, 1, 0x22, 1, (byte)'p', 0x2A, 0]
        },
        { new StartMockServerResponse { Error = "e" }, [0x0A, 1, (byte)'e'] },
        {
            new StartMockServerResponse { Details = new MockServerDetails { Key = "k", Port = 1, Address = "a" } },
            [0x12, 8, 0x0A, 1, (byte)'k', 0x10, 1, 0x1A, 1, (byte)'a']
        },
        { new ShutdownMockServerRequest { ServerKey = "k" }, [0x0A, 1, (byte)'k'] },
        { new MockServerRequest { ServerKey = "k" }, [0x0A, 1, (byte)'k'] },
        { new ShutdownMockServerResponse { Ok = true, Results = { new MockServerResult() } }, [0x08, 1, 0x12, 0] },
        {
            new MockServerResults { Ok = true, Results = { new MockServerResult { Path = "p", Error = "e", Mismatches = { new ContentMismatch() } } } },
            [0x08, 1, 0x12, 8, 0x0A, 1, (byte)'p', 0x12, 1, (byte)'e', 0x1A, 0]
        },
        { new VerificationPreparationRequest { Pact = "p", InteractionKey = "k", Config = new Struct() }, [0x0A, 1, (byte)'p', 0x12, 1, (byte)'k', 0x1A, 0] },
        { new VerificationPreparationResponse { Error = "e" }, [0x0A, 1, (byte)'e'] },
        {
            new VerificationPreparationResponse { InteractionData = new InteractionData { Body = new Body(), Metadata = { ["m"] = new MetadataValue { BinaryValue = ByteString.CopyFromUtf8("b") } } } },
            [0x12, 12, 0x0A, 0, 0x12, 8, 0x0A, 1, (byte)'m', 0x12, 3, 0x12, 1, (byte)'b']
        },
        { new MetadataValue { NonBinaryValue = Value.ForString("s") }, [0x0A, 3, 0x1A, 1, (byte)'s'] },
        {
            new VerifyInteractionRequest { InteractionData = new InteractionData(), Config = new Struct(), Pact = "p", InteractionKey = "k" },
            [0x0A, 0, 0x12, 0, 0x1A, 1, (byte)'p', 0x22, 1, (byte)'k']
        },
        { new VerifyInteractionResponse { Error = "e" }, [0x0A, 1, (byte)'e'] },
        {
            new VerifyInteractionResponse { Result = new VerificationResult { Success = true, ResponseData = new InteractionData(), Mismatches = { new VerificationResultItem { Mismatch = new ContentMismatch() } }, Output = { "o" } } },
            [0x12, 11, 0x08, 1, 0x12, 0, 0x1A, 2, 0x12, 0, 0x22, 1, (byte)'o']
        },
        { new VerificationResultItem { Error = "e" }, [0x0A, 1, (byte)'e'] },
    };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void A_message_has_the_bytes_other_implementations_read(IMessage message, byte[] expected)
    {
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(message.ToByteArray()));
        Assert.Equal(message, message.Descriptor.Parser.ParseFrom(expected));
    }

    [Fact]
    public void A_body_without_content_differs_from_an_empty_one()
    {
        Assert.Null(Body.Parser.ParseFrom([0x0A, 1, (byte)'t']).Content);
        Assert.Equal(ByteString.Empty, Body.Parser.ParseFrom([0x12, 0]).Content);
    }
}
