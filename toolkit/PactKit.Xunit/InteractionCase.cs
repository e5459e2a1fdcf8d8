using System.ComponentModel;
using PactKit.Verifier.Sessions;
using Xunit.Sdk;

namespace PactKit;

/// <summary>
/// The parameter of a test that verifies one interaction: a row of <see cref="PactInteractionsAttribute"/> or <see cref="PactBrokerInteractionsAttribute"/>.
/// Test explorers keep it between finding and running tests.
/// </summary>
public sealed class InteractionCase : IXunitSerializable
{
    private InteractionToVerify? _interaction;
    private string _name = "";
    private string _source = "";
    private int _position;

    /// <summary>For xunit, which makes an empty one before it reads the rest.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InteractionCase() { }

    internal InteractionCase(InteractionToVerify interaction) =>
        (_interaction, _name, _source, _position) = (interaction, interaction.ToString(), interaction.Source, interaction.Position);

    /// <summary>The interaction.</summary>
    /// <exception cref="InvalidOperationException">The pact file changed since the tests were found, and has no such interaction any more.</exception>
    public InteractionToVerify Interaction => _interaction ??= PactCatalog.Find(_source, _position, _name);

    /// <inheritdoc/>
    public override string ToString() => _name;

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(_source), _source);
        info.AddValue(nameof(_position), _position);
        info.AddValue(nameof(_name), _name);
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        _source = info.GetValue<string>(nameof(_source)) ?? "";
        _position = info.GetValue<int>(nameof(_position));
        _name = info.GetValue<string>(nameof(_name)) ?? "";
    }
}
