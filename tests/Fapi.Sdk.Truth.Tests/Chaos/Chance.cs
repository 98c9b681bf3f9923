namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Random numbers that depend on the seed and on what they are for, not on the order of events.</summary>
internal static class Chance
{
    internal static Random Of(int seed, int call, int number) =>
        new((int)(Mixed(Mixed(Mixed((ulong)seed) + (uint)call) + (uint)number) >> 33));

    internal static T Pick<T>(this Random random, params T[] from) => from[random.Next(from.Length)];

    internal static bool Happens(this Random random, double probability) => random.NextDouble() < probability;

    // SplitMix64: the platform's generator begins alike for seeds that lie close together.
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
