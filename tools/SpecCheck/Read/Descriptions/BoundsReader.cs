namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>
/// Reads the range of a number: <c>int from 1 to 125</c>, <c>max 1000</c>, <c>最大值:1500</c>, <c>[0.1, 5]</c>.
/// </summary>
internal sealed partial class BoundsReader
{
    private const string N = DescriptionText.Number;

    private readonly string _whole;
    private readonly ValueReport _report;
    private readonly bool _isNumeric;
    private decimal? _minimum;
    private decimal? _maximum;
    private bool _isUnread;
    private string _text;

    private BoundsReader(string? type, string text, ValueReport report)
    {
        (_whole, _text, _report) = (text, text, report);
        _isNumeric = type is null || DescriptionText.IsNumeric(type);
    }

    public static Bounds Read(string? type, string text, ValueReport report)
    {
        var reader = new BoundsReader(type, text, report);
        reader.Take(Length(), _ => { });
        reader.Take(Meaning(), _ => { });
        reader.Take(Interval(), reader.AddInterval);
        reader.Take(Between(), match => reader.Add(match, "a", "b"));
        reader.Take(Inequality(), match => reader.Add(match, "a", "b"));
        reader.Take(Range(), match => reader.Add(match, "a", "b"));
        reader.Take(AtMost(), match => reader.Add(match, null, "b"));
        reader.Take(AtLeast(), match => reader.Add(match, "a", null));
        return reader.Finish();
    }

    /// <summary>Handles each match and blanks it out, so that no later pattern reads it again.</summary>
    private void Take(Regex pattern, Action<Match> handle)
    {
        foreach (Match match in pattern.Matches(_text))
        {
            handle(match);
        }

        _text = pattern.Replace(_text, ";");
    }

    private void Add(Match match, string? minimum, string? maximum)
    {
        if (!_isNumeric)
        {
            return;
        }

        if (Unit().IsMatch(match.Groups["unit"].Value))
        {
            _isUnread = true;
        }
        else
        {
            Add(minimum is null ? null : match.Groups[minimum].Value, maximum is null ? null
                : match.Groups[maximum].Value);
        }
    }

    private void AddInterval(Match match)
    {
        var isOpenLeft = match.Groups["left"].Value == "(";
        var isOpenRight = match.Groups["right"].Value == ")";
        var isComma = match.Groups["sep"].Value.Trim() == ",";
        if (isOpenLeft && isOpenRight && !isComma)
        {
            (isOpenLeft, isOpenRight) = (false, false);
        }

        _isUnread |= _isNumeric && (isOpenLeft || isOpenRight);
        if (_isNumeric)
        {
            Add(isOpenLeft ? null : match.Groups["a"].Value, isOpenRight ? null : match.Groups["b"].Value);
        }
    }

    private void Add(string? minimum, string? maximum)
    {
        _isUnread |= !Merge(ref _minimum, minimum) || !Merge(ref _maximum, maximum);
    }

    private static bool Merge(ref decimal? known, string? text)
    {
        if (text is null)
        {
            return true;
        }

        if (!DescriptionText.TryNumber(text, out var number) || (known is not null && known != number))
        {
            return false;
        }

        known = number;
        return true;
    }

    private Bounds Finish()
    {
        if (!_isNumeric)
        {
            return default;
        }

        var contradicts = _minimum > _maximum;
        if (_isUnread || contradicts || (!_report.HasProblem && Numbers().Matches(_text).Any(IsUntold)))
        {
            _report.Unread("bounds", _whole);
        }

        return contradicts ? default : new Bounds(_minimum, _maximum);
    }

    /// <summary>True for a number that no pattern took: it may be a bound in words that are not known.</summary>
    private bool IsUntold(Match match) =>
        !DescriptionText.TryNumber(match.ValueSpan, out var number) || (number != _minimum && number != _maximum);

    /// <summary>What one value stands for: <c>1 for 1%</c>, <c>1000 for 1 second</c>.</summary>
    [GeneratedRegex(
        N + @"\s*(\bfor\b|代表|=)\s*" + N + @"\s*(%|seconds?\b|minutes?\b|秒|分钟)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Meaning();

    [GeneratedRegex(N, RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"(\b(max|min|maximum|minimum)\.?\s*)?(\blength\b|\blen\b|长度)[^;\n\d]{0,20}" + N + @"|" + N
        + @"\s*(characters?|chars?|digits|位|字符)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Length();

    [GeneratedRegex(
        @"(?<left>[\[(])\s*(?<a>[-+]?\d+(\.\d+)?)(?<sep>\s*(,|-|~|–|—|to|到|至"
        + @"|\.\.+)\s*)(?<b>[-+]?\d+(\.\d+)?)\s*(?<right>[\])])",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Interval();

    [GeneratedRegex(
        @"(\b(between|from|range)\b|介于|在|从|范围)\s*(is|of|为|是)?\s*[:=]?\s*(?<a>" + N
        + @")\s*(and|to|-|~|–|—|和|与|到|至)\s*(?<b>" + N + @")(?<unit>\s*[%\p{L}]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"(?<a>" + N + @")\s*(<=|≤)\s*[\w`]+\s*(<=|≤)\s*(?<b>" + N + @")(?<unit>\s*[%\p{L}]*)",
        RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Inequality();

    [GeneratedRegex(
        @"\b(?<a>" + N + @")\s*(\bto\b|到|至|~|–|—|\.\.+)\s*(?<b>" + N
        + @")(?<unit>\s*[%\p{L}]*)|(\bint|\binteger|\bvalues?|:|取值|^)\s*:?\s*(?<a>" + N
        + @")\s*-\s*(?<b>\d+(\.\d+)?)(?<unit>\s*[%\p{L}]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"(\bmax(imum)?\b\.?(\s*(value|limit|number))?|\b(can ?not|can't|must not|should not|may not"
        + @"|not)( be)? (exceed(ing)?|(greater|larger|more|higher|bigger|longer) than)|\bno (more|greater|larger"
        + @"|higher) than|\bat most|\bup to|\b(less|smaller|lower) than or equal to|<=|≤|最大(值)?|最多(支持)?|最高|上限"
        + @"|不(能|得|可|可以)?(超过|大于|高于)|小于等于|小于或等于)\s*((is|are|of|to|can be)\b|[:=`""]|为|是)*\s*(?<b>" + N
        + @")(?<unit>\s*[%\p{L}]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex AtMost();

    [GeneratedRegex(
        @"(\bmin(imum)?\b\.?(\s*(value|limit|number))?|\b(can ?not|can't|must not|should not|may not"
        + @"|not)( be)? (less|smaller|lower) than|\bno (less|smaller|lower) than|\bat least|\b(greater|larger"
        + @"|more|higher) than or equal to|>=|≥|最小(值)?|最少|最低|下限|至少|不(能|得|可|可以)?(小于|低于|少于)|大于等于|大于或等于)\s*((is|are"
        + @"|of|to|can be)\b|[:=`""]|为|是)*\s*(?<a>" + N + @")(?<unit>\s*[%\p{L}]*)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex AtLeast();

    /// <summary>A unit that is not the parameter's own, or a number that goes on: 7 days, 1k, 5%.</summary>
    [GeneratedRegex(
        @"^\s*(%|[kKmMeE]\d*$|days?$|hours?$|h$|d$|minutes?$|mins?$|seconds?$|s$|weeks?$|months?$|years?$|天|小时"
        + @"|分钟|秒|周|个月|月|年)",
        RegexOptions.IgnoreCase, PageLimits.RegexMilliseconds)]
    private static partial Regex Unit();
}
