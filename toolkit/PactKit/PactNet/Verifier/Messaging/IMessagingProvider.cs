using System.Text.Json;

namespace PactNet.Verifier.Messaging;

/// <summary>Kept for source compatibility: messages are verified without a listener.</summary>
public interface IMessagingProvider : IDisposable
{
    /// <summary>The messages the provider can send.</summary>
    IMessageScenarios Scenarios { get; }

    /// <summary>Would start a listener.</summary>
    Uri Start(JsonSerializerOptions settings);
}
