using PactKit.Verifier;
using PactKit.Verifier.Sessions;
using Xunit;

namespace PactKit;

/// <summary>
/// A class fixture for tests that verify interactions one by one: derive from it, start the provider, and say in <see cref="Open"/> where it is. The session is opened
/// before the first test and ends after the last.
/// </summary>
public abstract class InteractionFixture : IAsyncLifetime
{
    private VerificationSession? _session;

    /// <summary>The session that the tests share.</summary>
    /// <exception cref="InvalidOperationException">It is not open yet.</exception>
    public VerificationSession Session => _session
        ?? throw new InvalidOperationException($"The session is not open yet: use {GetType().Name} as a fixture, IClassFixture<{GetType().Name}>.");

    /// <summary>What was verified so far.</summary>
    public VerificationReport Report => Session.Report;

    /// <inheritdoc cref="SessionTestExtensions.VerifyAsync"/>
    public Task VerifyAsync(InteractionCase interaction) => Session.VerifyAsync(interaction);

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync()
    {
        _session = Open();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the session. Override it to end the provider as well, after calling this.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_session is not null) await _session.DisposeAsync();
    }

    /// <summary>Says where the provider is and how its states are set; ends with <c>OpenSession()</c>.</summary>
    protected abstract VerificationSession Open();
}
