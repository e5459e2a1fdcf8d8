using PactKit.Model;
using PactKit.Model.Writing;

namespace PactKit.Consumer;

/// <summary>
/// What can be done about the interactions of a test before it is known how it ends: their examples are looked at, and they are printed for the
/// file. It begins on the pool, while the consumer waits for its answers; whoever asks for it early does the work itself, so nobody ever waits
/// for a pool that is busy.
/// </summary>
internal sealed class RoundAhead
{
    private readonly Lazy<IReadOnlyList<string>> _warnings;
    private readonly Lazy<PrintedAhead> _printed;

    private RoundAhead(IReadOnlyList<HttpInteraction> interactions, PactSpecification specification)
    {
        _warnings = new Lazy<IReadOnlyList<string>>(() => [.. interactions.SelectMany(ExampleCheck.Warnings)]);
        _printed = new Lazy<PrintedAhead>(() => PrintedAhead.Of(interactions, specification));
    }

    /// <summary>What the consumer's author may want to know about the examples.</summary>
    public IReadOnlyList<string> Warnings => _warnings.Value;

    public PrintedAhead Printed => _printed.Value;

    public static RoundAhead Start(IReadOnlyList<HttpInteraction> interactions, PactSpecification specification)
    {
        var ahead = new RoundAhead(interactions, specification);

        // What goes wrong is kept, and thrown where the result is asked for.
        _ = Task.Run(ahead.Make);
        return ahead;
    }

    private void Make()
    {
        _ = Warnings;
        _ = Printed;
    }
}
