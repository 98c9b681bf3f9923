namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Recognises misspelt words.</summary>
internal static class Spelling
{
    /// <summary>At most two letters added, lost, changed or swapped.</summary>
    public static bool IsClose(string name, string known)
    {
        if (Math.Abs(name.Length - known.Length) > 2)
        {
            return false;
        }

        var cost = new int[name.Length + 1, known.Length + 1];
        for (var i = 0; i <= name.Length; i++)
        {
            for (var j = 0; j <= known.Length; j++)
            {
                cost[i, j] = (i, j) switch
                {
                    (_, 0) => i,
                    (0, _) => j,
                    _ => Math.Min(
                        Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                        cost[i - 1, j - 1] + (name[i - 1] == known[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && name[i - 1] == known[j - 2] && name[i - 2] == known[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[name.Length, known.Length] <= 2;
    }
}
