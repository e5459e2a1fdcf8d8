using System.Globalization;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Paths;

/// <summary>
/// A place in a document as the matching rules see it: which rules apply here, and where each step down leads. Rules are chosen
/// while descending, so a step costs a look-up, however many expressions there are. Cursors are made on demand, kept, and shared.
/// </summary>
internal sealed class RuleCursor
{
    /// <summary>A place that no expression can reach.</summary>
    public static readonly RuleCursor None = new([], 0, null, cascaded: true);

    private readonly RuleExpression[] _reaching;
    private readonly int _depth;
    private readonly Dictionary<string, Slot>? _names;
    private readonly Dictionary<int, Slot>? _items;
    private readonly bool _asksForIndexes;
    private RuleCursor? _otherName;
    private RuleCursor? _otherItem;

    /// <summary>Reaching: the expressions that fit the way here and go further; their next token is at <paramref name="depth"/>.</summary>
    private RuleCursor(RuleExpression[] reaching, int depth, RuleExpression? selected, bool cascaded)
    {
        (_reaching, _depth, Selected, IsCascaded) = (reaching, depth, selected, cascaded);
        foreach (var expression in reaching)
        {
            var token = expression.Tokens[depth];
            _asksForIndexes |= token.Kind is PathTokenKind.Index or PathTokenKind.StarIndex;
            if (token.Kind == PathTokenKind.Index) (_items ??= [])[token.Index] = new Slot();
            if (token.Kind != PathTokenKind.Field) continue;
            (_names ??= new(reaching.Length, StringComparer.Ordinal))[token.Name] = new Slot();
            if (TryIndex(token.Name, out var index)) (_items ??= [])[index] = new Slot();
        }

        if (reaching.Length > 0) return;
        _otherName = _otherItem = cascaded ? this : new RuleCursor([], 0, selected, cascaded: true);
    }

    private RuleCursor(RuleCursor everyChild)
    {
        (_reaching, IsCascaded, _otherName, _otherItem) = ([], true, everyChild, everyChild);
    }

    /// <summary>The expression whose rules win here, or null.</summary>
    public RuleExpression? Selected { get; }

    /// <summary>The rules that apply here, or null where equality does.</summary>
    public RuleGroup? Rules => Selected?.Rules;

    /// <summary>The rules were written for a place above this one.</summary>
    public bool IsCascaded { get; }

    /// <summary>No rule applies here or anywhere below.</summary>
    public bool IsPlain => Selected is null && _reaching.Length == 0 && ReferenceEquals(_otherName, this);

    /// <summary>The root of a document. The expressions come ordered by precedence.</summary>
    public static RuleCursor AtRoot(IReadOnlyList<RuleExpression> expressions)
    {
        var rooted = expressions.Where(e => e.Tokens is [{ Kind: PathTokenKind.Root }, ..]).ToArray();
        return rooted.Length == 0 ? None : Arrive(rooted, 0, null);
    }

    /// <summary>A place where these rules apply, and no others do at or below it.</summary>
    public static RuleCursor At(RuleExpression rules) => new([], 0, rules, cascaded: false);

    /// <summary>A place whose entries or items see these rules and no others.</summary>
    public static RuleCursor AboveEach(RuleExpression rules) => new(new RuleCursor([], 0, rules, cascaded: false));

    /// <summary>One step down to an entry of a map.</summary>
    public RuleCursor Field(string name)
    {
        if (_names is not null && _names.TryGetValue(name, out var known)) return known.Cursor ??= Step(Fits, name);
        if (_asksForIndexes && TryIndex(name, out var index)) return Item(index);
        return _otherName ??= Step(static (token, _) => token.Kind == PathTokenKind.Star, "");
    }

    /// <summary>One step down to an item of a list.</summary>
    public RuleCursor Item(int index)
    {
        if (_items is not null && _items.TryGetValue(index, out var known))
            return known.Cursor ??= Step(Fits, index.ToString(CultureInfo.InvariantCulture));
        return _otherItem ??= Step(static (token, _) => token.Kind is PathTokenKind.Star or PathTokenKind.StarIndex, "");
    }

    private RuleCursor Step(Func<PathToken, string, bool> fits, string fragment) =>
        Arrive(_reaching.Where(e => fits(e.Tokens[_depth], fragment)), _depth, Selected);

    private static RuleCursor Arrive(IEnumerable<RuleExpression> fitting, int depth, RuleExpression? inherited)
    {
        var (selected, ends) = (inherited, false);
        List<RuleExpression>? further = null;
        foreach (var expression in fitting)
        {
            if (expression.Tokens.Count > depth + 1)
            {
                (further ??= []).Add(expression);
            }
            else if (selected is null || expression.Precedence < selected.Precedence)
            {
                (selected, ends) = (expression, true);
            }
        }

        return new RuleCursor(further is null ? [] : [.. further], depth + 1, selected, cascaded: !ends);
    }

    // A map's key that is a number cannot be told from an index: others select it with [*] and [5] too.
    private static bool Fits(PathToken token, string fragment) => token.Kind switch
    {
        PathTokenKind.Field => token.Name == fragment,
        PathTokenKind.Index => TryIndex(fragment, out var index) && index == token.Index,
        PathTokenKind.Star => true,
        PathTokenKind.StarIndex => TryIndex(fragment, out _),
        _ => false,
    };

    internal static bool TryIndex(string text, out int index) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    // Filled by whoever comes first. Two threads may both make the cursor; they are alike, and either will do.
    private sealed class Slot
    {
        public RuleCursor? Cursor { get; set; }
    }
}
