namespace PactKit.Recording;

/// <summary>The arguments one run of a lambda asks for, in order, and which of them gets another value this time.</summary>
/// <param name="vary">Number of the argument to vary, counted from 0; null in a run with all examples.</param>
/// <param name="attempt">Which of its variations to use, counted from 0.</param>
internal sealed class ArgLedger(int? vary = null, int attempt = 0)
{
    private static readonly AsyncLocal<ArgLedger?> Ambient = new();

    private readonly List<ArgRule> _rules = [];

    /// <summary>The ledger of the run that is going on, or null.</summary>
    public static ArgLedger? Current => Ambient.Value;

    public IReadOnlyList<ArgRule> Rules => _rules;

    /// <summary>The variation that was asked for does not exist: there are fewer.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>Runs something with this ledger as the current one.</summary>
    public T Run<T>(Func<T> action)
    {
        var outer = Ambient.Value;
        Ambient.Value = this;
        try
        {
            return action();
        }
        finally
        {
            Ambient.Value = outer;
        }
    }

    public object? Take(ArgRule rule, object example)
    {
        var number = _rules.Count;
        _rules.Add(rule);
        if (number != vary) return example;
        var variations = Variations.Of(example);
        if (attempt < variations.Count) return variations[attempt];
        Exhausted = true;
        return example;
    }
}
