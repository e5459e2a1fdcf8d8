using System.ComponentModel;

namespace PactNet;

/// <summary>PactNet 4's pact of messages; since version 5 every pact has them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMessagePactV3
{
    /// <summary>The pact.</summary>
    IPactV3 Pact { get; }
}

/// <summary>PactNet 4's way to a pact of messages.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessagePact : IMessagePactV3
{
    private const string UsePact = "PactNet 4's name: write Pact.V3(consumer, provider, config).WithMessageInteractions() instead.";

    private readonly IPactV3 _pact;

    private MessagePact(IPactV3 pact) => _pact = pact;

    IPactV3 IMessagePactV3.Pact => _pact;

    /// <summary>A version 3 pact with the default configuration.</summary>
    /// <exception cref="ArgumentException">A name is null or blank.</exception>
    [Obsolete(UsePact)]
    public static IMessagePactV3 V3(string consumer, string provider) => new MessagePact(Pact.V3(consumer, provider));

    /// <summary>A version 3 pact.</summary>
    /// <exception cref="ArgumentException">A name is null or blank, or there is no configuration.</exception>
    [Obsolete(UsePact)]
    public static IMessagePactV3 V3(string consumer, string provider, PactConfig config) => new MessagePact(Pact.V3(consumer, provider, config));
}
