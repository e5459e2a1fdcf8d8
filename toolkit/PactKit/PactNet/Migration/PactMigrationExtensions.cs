using System.ComponentModel;
using PactNet.Models;

namespace PactNet;

/// <summary>Words of PactNet 4 for what has another name since version 5. They do the same.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PactMigrationExtensions
{
    private const string UseHttp = "PactNet 4's name: call WithHttpInteractions(port, host) instead.";

    private const string UseMessages = "PactNet 4's name: call WithMessageInteractions() instead.";

    /// <inheritdoc cref="PactExtensions.WithHttpInteractions(IPactV2, int?, IPAddress)"/>
    [Obsolete(UseHttp)]
    public static IPactBuilderV2 UsingNativeBackend(this IPactV2 pact, int? port = null, IPAddress host = IPAddress.Loopback) => pact.WithHttpInteractions(port, host);

    /// <inheritdoc cref="PactExtensions.WithHttpInteractions(IPactV2, int?, IPAddress)"/>
    [Obsolete(UseHttp)]
    public static IPactBuilderV3 UsingNativeBackend(this IPactV3 pact, int? port = null, IPAddress host = IPAddress.Loopback) => pact.WithHttpInteractions(port, host);

    /// <inheritdoc cref="PactExtensions.WithHttpInteractions(IPactV2, int?, IPAddress)"/>
    [Obsolete(UseHttp)]
    public static IPactBuilderV4 UsingNativeBackend(this IPactV4 pact, int? port = null, IPAddress host = IPAddress.Loopback) => pact.WithHttpInteractions(port, host);

    /// <inheritdoc cref="PactExtensions.WithMessageInteractions(IPactV3)"/>
    [Obsolete(UseMessages)]
    public static IMessagePactBuilderV3 UsingNativeBackend(this IMessagePactV3 pact) => Argument.NotNull(pact, nameof(pact)).Pact.WithMessageInteractions();

    /// <inheritdoc cref="PactExtensions.WithMessageInteractions(IPactV3)"/>
    [Obsolete(UseMessages)]
    public static IMessagePactBuilderV3 WithMessageInteractions(this IMessagePactV3 pact) => Argument.NotNull(pact, nameof(pact)).Pact.WithMessageInteractions();

    /// <inheritdoc cref="PactExtensions.WithMessageInteractions(IPactV3)"/>
    [Obsolete(UseMessages)]
    public static IMessagePactBuilderV3 UsingNativeBackendForMessage(this IPactV3 pact) => pact.WithMessageInteractions();
}
