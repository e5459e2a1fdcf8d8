using System.Globalization;

namespace PactKit.Dates;

/// <summary>Walks a text along the tokens of a pattern.</summary>
internal ref struct DateMatcher(ReadOnlySpan<char> text)
{
    private const int MaxOffsetHours = 18;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int? _year;
    private int? _month;
    private int? _day;

    public bool Matches(IReadOnlyList<DateToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (!Token(tokens[i])) return false;
        return _at == _text.Length && DayExists();
    }

    private readonly bool DayExists() =>
        _day is not { } day || _month is not { } month
        // Without a year the 29th of February may exist.
        || day <= DateTime.DaysInMonth(_year is { } year and > 0 and < 10000 ? year : 4, month);

    private bool Token(DateToken token) => token.Letter switch
    {
        '\0' => Literal(token.Literal),
        'G' => Name(DateNames.Eras) is not null,
        'y' or 'u' or 'Y' => Year(token.Count),
        'M' or 'L' => (_month = token.Count < 3 ? Number(2, 1, 12) : Name(token.Count == 3 ? DateNames.ShortMonths : DateNames.Months) + 1) is not null,
        'd' => (_day = Number(2, 1, 31)) is not null,
        'D' => Number(3, 1, 366) is not null,
        'w' => Number(2, 1, 56) is not null,
        'W' => Number(1, 1, 6) is not null,
        'F' => Number(1, 0, 5) is not null,
        'E' => Name(token.Count < 4 ? DateNames.ShortDays : DateNames.Days) is not null,
        'e' or 'c' => DayOfWeek(token.Count),
        'Q' or 'q' => Quarter(token.Count),
        'a' => Name(DateNames.Halves) is not null,
        'H' => Number(2, 0, 23) is not null,
        'k' => Number(2, 1, 24) is not null,
        'h' => Number(2, 1, 12) is not null,
        'K' => Number(2, 0, 11) is not null,
        'm' => Number(2, 0, 59) is not null,
        's' => Number(2, 0, 60) is not null,
        'S' => Digits(token.Count),
        'n' or 'A' or 'N' => Digits(int.MaxValue),
        'X' => Literal("Z") || Offset(token.Count),
        'x' => Offset(token.Count),
        'Z' => token.Count == 4 ? (Literal("GMT") && (_text[_at..] is not ['+' or '-', ..] || Offset(3))) : Offset(token.Count == 5 ? 3 : 2),
        'O' => Prefixed(token.Count),
        'z' => ZoneAbbreviation(),
        _ => ZoneName(),
    };

    private bool Literal(ReadOnlySpan<char> literal)
    {
        if (!_text[_at..].StartsWith(literal, StringComparison.Ordinal)) return false;
        _at += literal.Length;
        return true;
    }

    /// <summary>The position of the name that stands here, or null. The longest wins, so that no name hides another.</summary>
    private int? Name(string[] names)
    {
        int? found = null;
        for (var i = 0; i < names.Length; i++)
        {
            var longer = found is null || names[i].Length > names[found.Value].Length;
            if (longer && _text[_at..].StartsWith(names[i], StringComparison.OrdinalIgnoreCase)) found = i;
        }

        if (found is not null) _at += names[found.Value].Length;
        return found;
    }

    private bool Year(int count)
    {
        var start = _at;
        // One or three letters are how Java writes a year of any length; it has four digits today.
        if (!Digits(count is 1 or 3 ? 4 : count)) return false;
        var digits = _text[start.._at];
        _year = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year + (count == 2 ? 2000 : 0) : null;
        return true;
    }

    private bool DayOfWeek(int count) =>
        count < 3 ? Number(count, 1, 7) is not null : Name(count == 3 ? DateNames.ShortDays : DateNames.Days) is not null;

    private bool Quarter(int count) =>
        count < 3 ? Number(count, 1, 4) is not null : Name(count == 3 ? DateNames.ShortQuarters : DateNames.Quarters) is not null;

    private int? Number(int most, int min, int max)
    {
        var start = _at;
        if (!Digits(most)) return null;
        var number = int.Parse(_text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture);
        return number >= min && number <= max ? number : null;
    }

    private bool Digits(int most)
    {
        var start = _at;
        while (_at < _text.Length && _at - start < most && char.IsAsciiDigit(_text[_at])) _at++;
        return _at > start;
    }

    /// <summary>An offset in the form that belongs to a number of X: +hh[mm], +hhmm, +hh:mm, +hhmm[ss], +hh:mm[:ss].</summary>
    private bool Offset(int form)
    {
        var colon = form is 3 or 5;
        if (!Sign() || TwoDigits() is not { } hours || hours > MaxOffsetHours) return false;
        var afterHours = _at;
        if ((colon && !Literal(":")) || TwoDigits() is not { } minutes)
        {
            _at = afterHours;
            return form == 1;
        }

        if (minutes > 59 || (hours == MaxOffsetHours && minutes > 0)) return false;
        if (form < 4) return true;
        var afterMinutes = _at;
        if ((!colon || Literal(":")) && TwoDigits() is { } seconds) return seconds < 60;
        _at = afterMinutes;
        return true;
    }

    private bool Sign() => Literal("+") || Literal("-");

    private int? TwoDigits()
    {
        if (_at + 2 > _text.Length || !char.IsAsciiDigit(_text[_at]) || !char.IsAsciiDigit(_text[_at + 1])) return null;
        _at += 2;
        return ((_text[_at - 2] - '0') * 10) + _text[_at - 1] - '0';
    }

    /// <summary>The letter O: GMT or UTC, alone or with +h[:mm], or +hh:mm alone.</summary>
    private bool Prefixed(int count)
    {
        if (!Literal("GMT") && !Literal("UTC")) return Offset(3);
        if (count == 4) return Offset(3);
        if (!Sign()) return true;
        if (Number(2, 0, MaxOffsetHours) is null) return false;
        return !Literal(":") || TwoDigits() is < 60;
    }

    private bool ZoneAbbreviation()
    {
        var end = _at;
        while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
        if (!DateNames.Zones.Contains(_text[_at..end].ToString())) return false;
        _at = end;
        return true;
    }

    private bool ZoneName() => Word() && Literal("/") && Word();

    private bool Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_')) _at++;
        return _at > start;
    }
}
