namespace Fleet.Counting;

/// <summary>The minutes that an exchange may look at.</summary>
internal static class Minutes
{
    internal static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>The most weight in any 60 seconds.</summary>
    /// <param name="requests">Times in order, with the weight of each.</param>
    internal static int Most(IReadOnlyList<(TimeSpan At, int Weight)> requests)
    {
        var (most, sum, first) = (0, 0, 0);
        foreach (var (at, weight) in requests)
        {
            sum += weight;
            while (at - requests[first].At >= Length)
            {
                sum -= requests[first++].Weight;
            }

            most = Math.Max(most, sum);
        }

        return most;
    }
}
