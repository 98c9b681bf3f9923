namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Reads bounds, default and enumeration out of the description of a parameter, in either language.</summary>
internal sealed partial class DescriptionReader(ParameterFact parameter, Problems problems)
{
    private const int MaxLength = 4_000;

    private static readonly List<(string Name, Regex Pattern)> Ignored = Vocabulary.Patterns("ignored");
    private static readonly List<(string Name, Regex Pattern)> Bounds = Vocabulary.Patterns("bounds");
    private static readonly Regex Default = Vocabulary.Pattern("default");

    private readonly ValueReport _report = new(parameter.Name, problems);
    private readonly string _text = Ignored.Aggregate(
        DescriptionText.Normalise(parameter.Description!), (text, one) => one.Pattern.Replace(text, ";"));

    private decimal? _minimum;
    private decimal? _maximum;
    private string? _default;
    private bool _isUnread;

    /// <summary>The parameter with the values that its description states.</summary>
    public static ParameterFact Read(ParameterFact parameter, Problems problems)
    {
        var isLong = parameter.Description?.Length > MaxLength;
        problems.AddIf(isLong, $"{parameter.Name}: its description has {parameter.Description?.Length:N0} characters; "
            + "bounds, default and values are not read from it.");
        return isLong || parameter.Description is null ? parameter
            : new DescriptionReader(parameter, problems).Read();
    }

    private ParameterFact Read()
    {
        var text = Default.Replace(_text, TakeDefault);
        var values = new EnumReader(parameter.Type, _report).Read(text);
        if (values is null && (parameter.Type is null || DescriptionText.IsNumeric(parameter.Type)))
        {
            ReadBounds(text);
        }

        return parameter with { Minimum = _minimum, Maximum = _maximum, Default = _default, Enum = values };
    }

    private string TakeDefault(Match match)
    {
        var value = match.Groups["value"].Value;
        var isQuoted = value is ['`' or '"' or '\'', ..];
        if (value.Length == 0
            || (!isQuoted && DescriptionText.IsNumeric(parameter.Type) && !DescriptionText.TryNumber(value, out _)))
        {
            // "Default gets most recent trades" tells what happens, not a value.
            var isValue = match.Groups["rest"].Value.Any(c => char.IsAsciiDigit(c) || c is '`' or '"' or '\'');
            _report.UnreadIf(isValue && !match.Groups["by"].Success, "default", _text[match.Index..]);
            return match.Value;
        }

        var text = value.Trim('`', '"', '\'', ' ');
        _report.UnreadIf(_default is not null && _default != text, "default", _text);
        _default ??= text;
        return ";";
    }

    /// <summary>Each pattern takes what it knows out of the text; a number that is left may be a bound.</summary>
    private void ReadBounds(string text)
    {
        var rest = Bounds.Aggregate(text, (left, one) => one.Pattern.Replace(left, TakeBounds));
        var contradicts = _minimum > _maximum;
        var isUnread = _isUnread || contradicts || (!_report.HasProblem && Numbers().Matches(rest).Any(IsUntold));
        _report.UnreadIf(isUnread, "bounds", text);
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
        if (bound.Success)
        {
            _isUnread |= !DescriptionText.TryNumber(bound.ValueSpan, out var number)
                || (known is not null && known != number);
            known ??= number;
        }
    }

    private bool IsUntold(Match match) =>
        !DescriptionText.TryNumber(match.ValueSpan, out var number) || (number != _minimum && number != _maximum);

    [GeneratedRegex(@"[-+]?\d+(,\d{3})*(\.\d+)?", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Numbers();
}

/// <summary>Collects what could not be read of the values of one parameter.</summary>
internal sealed record ValueReport(string Name, Problems Problems)
{
    public bool HasProblem => Problems.Exists(one => one.StartsWith($"{Name}: ", StringComparison.Ordinal));

    public void UnreadIf(bool condition, string what, string text)
    {
        var quote = text.Trim(' ', ';', '\n');
        var shown = quote.Length > 80 ? quote[..80] + "…" : quote;
        Problems.AddIf(condition, $"{Name}: its {what} can't be read from \"{shown}\".");
    }
}
