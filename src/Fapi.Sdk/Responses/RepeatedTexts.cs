namespace Fapi.Sdk.Responses;

/// <summary>Texts of a response, of which many come again: each stands in memory once, as long as the places
/// last.</summary>
internal sealed class RepeatedTexts(byte[] json)
{
    // A power of 2.
    private const int Places = 128;
    private const int Longest = 32;

    private readonly (int Start, string? Text)[] _seen = new (int, string?)[Places];

    /// <param name="start">Behind the quote before the text.</param>
    /// <param name="length">Without the quote at its end.</param>
    internal string Get(int start, int length)
    {
        if (length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(json, start, length);
        }

        var quoted = json.AsSpan(start, length + 1);
        var place = (length * 31) + (quoted[0] * 7) + (quoted[length - 1] * 131) + (quoted[length / 2] * 517);
        ref var seen = ref _seen[place & (Places - 1)];
        if (seen.Text is null || !json.AsSpan(seen.Start, length + 1).SequenceEqual(quoted))
        {
            seen = (start, Encoding.UTF8.GetString(json, start, length));
        }

        return seen.Text!;
    }
}
