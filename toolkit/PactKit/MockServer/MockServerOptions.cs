using System.Net;

namespace PactKit.MockServer;

/// <summary>How a mock server behaves.</summary>
public sealed record MockServerOptions
{
    public static readonly MockServerOptions Default = new();

    /// <summary>Address to listen on. Default: loopback.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0, the default, lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>Serves HTTPS with a certificate made for this run.</summary>
    public bool Tls { get; init; }

    /// <summary>Answers an OPTIONS request that no interaction expects with 204 and CORS headers, as a browser's preflight needs it.</summary>
    public bool CorsPreflight { get; init; }

    /// <summary>Feeds date generators. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Feeds random generators; a seeded one makes a run repeatable. Not seeded when null.</summary>
    public Random? Random { get; init; }
}
