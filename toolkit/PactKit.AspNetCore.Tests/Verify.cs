using PactNet.Infrastructure.Outputters;
using PactNet.Verifier;

namespace PactKit.AspNetCoreTests;

internal static class Verify
{
    /// <summary>A verifier that keeps what it reports.</summary>
    public static PactVerifier Shop(IOutput? output = null) => new("shop", new PactVerifierConfig { Outputters = output is null ? [] : [output] });
}
