namespace Fapi.Contract.Plans;

// Levenshtein distance over the first characters, enough for a hint.
internal static class EditDistance
{
    private const int MaxLength = 128;

    public static int Between(string a, string b)
    {
        var left = a.AsSpan(0, Math.Min(a.Length, MaxLength));
        var right = b.AsSpan(0, Math.Min(b.Length, MaxLength));
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
