namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads bounds, default and enumeration out of the description of a parameter, in either language.</summary>
internal sealed partial class DescriptionReader
{
    private const int MaxLength = 4_000;

    private static readonly List<(string Name, Regex Pattern)> Ignored = Vocabulary.Patterns("ignored");
    private static readonly List<(string Name, Regex Pattern)> Bounds = Vocabulary.Patterns("bounds");
    private static readonly Regex Default = Vocabulary.Pattern("default");

    private readonly string? _type;
    private readonly ValueReport _report;
    private readonly string _text;
    private decimal? _minimum;
    private decimal? _maximum;
    private string? _default;
    private bool _isUnread;

    private DescriptionReader(ParameterFact parameter, List<string> problems)
    {
        (_type, _report) = (parameter.Type, new ValueReport(parameter.Name, problems));
        _text = Ignored.Aggregate(
            DescriptionText.Normalise(parameter.Description!), (text, one) => one.Pattern.Replace(text, ";"));
    }

    /// <summary>The parameter with the values that its description states.</summary>
    public static ParameterFact Read(ParameterFact parameter, List<string> problems)
    {
        if (parameter.Description is not { } description)
        {
            return parameter;
        }

        if (description.Length > MaxLength)
        {
            problems.Add($"{parameter.Name}: its description has {description.Length:N0} characters; "
                + "bounds, default and values are not read from it.");
            return parameter;
        }

        var reader = new DescriptionReader(parameter, problems);
        var text = Default.Replace(reader._text, reader.TakeDefault);
        var values = new EnumReader(parameter.Type, reader._report).Read(text);
        if (values is null && (parameter.Type is null || DescriptionText.IsNumeric(parameter.Type)))
        {
            reader.ReadBounds(text);
        }

        return parameter with
        {
            Minimum = reader._minimum,
            Maximum = reader._maximum,
            Default = reader._default,
            Enum = values,
        };
    }

    private string TakeDefault(Match match)
    {
        var value = match.Groups["value"].Value;
        var isQuoted = value is ['`' or '"' or '\'', ..];
        if (value.Length == 0
            || (!isQuoted && DescriptionText.IsNumeric(_type) && !DescriptionText.TryNumber(value, out _)))
        {
            // "Default gets most recent trades" tells what happens, not a value.
            var isValue = match.Groups["rest"].Value.Any(c => char.IsAsciiDigit(c) || c is '`' or '"' or '\'');
            if (isValue && !match.Groups["by"].Success)
            {
                _report.Unread("default", _text[match.Index..]);
            }

            return match.Value;
        }

        var text = value.Trim('`', '"', '\'', ' ');
        if (_default is not null && _default != text)
        {
            _report.Unread("default", _text);
        }

        _default ??= text;
        return ";";
    }

    /// <summary>Each pattern takes what it knows out of the text; a number that is left may be a bound.</summary>
    private void ReadBounds(string text)
    {
        var rest = Bounds.Aggregate(text, (left, one) => one.Pattern.Replace(left, TakeBounds));
        var contradicts = _minimum > _maximum;
        if (_isUnread || contradicts || (!_report.HasProblem && Numbers().Matches(rest).Any(IsUntold)))
        {
            _report.Unread("bounds", text);
        }

        (_minimum, _maximum) = contradicts ? (null, null) : (_minimum, _maximum);
    }

    private string TakeBounds(Match match)
    {
        var groups = match.Groups;
        _isUnread |= groups["open"].Success || groups["unit"].Success;
        if (!groups["unit"].Success)
        {
            Merge(ref _minimum, groups["min"]);
            Merge(ref _maximum, groups["max"]);
        }

        return ";";
    }

    private void Merge(ref decimal? known, Group bound)
    {
        if (!bound.Success)
        {
            return;
        }

        _isUnread |= !DescriptionText.TryNumber(bound.ValueSpan, out var number)
            || (known is not null && known != number);
        known ??= number;
    }

    private bool IsUntold(Match match) =>
        !DescriptionText.TryNumber(match.ValueSpan, out var number) || (number != _minimum && number != _maximum);

    [GeneratedRegex(@"[-+]?\d+(,\d{3})*(\.\d+)?", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Numbers();
}

/// <summary>Collects what could not be read of the values of one parameter.</summary>
internal sealed record ValueReport(string Name, List<string> Problems)
{
    public bool HasProblem => Problems.Exists(one => one.StartsWith($"{Name}: ", StringComparison.Ordinal));

    public void Unread(string what, string text)
    {
        var quote = text.Trim(' ', ';', '\n');
        Problems.Add($"{Name}: its {what} can't be read from \"{(quote.Length > 80 ? quote[..80] + "…" : quote)}\".");
    }
}
