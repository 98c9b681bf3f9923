namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Random numbers that depend on the seed and on what they are for, not on the order of events.</summary>
internal static class Chance
{
    internal static Random Of(int seed, int call, int number) =>
        new(unchecked((((seed * 1_000_003) + call) * 9_973) + (number * 101)));

    internal static T Pick<T>(this Random random, params T[] from) => from[random.Next(from.Length)];

    internal static bool Happens(this Random random, double probability) => random.NextDouble() < probability;
}
