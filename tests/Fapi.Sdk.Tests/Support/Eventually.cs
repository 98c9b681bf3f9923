using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Tests.Support;

/// <summary>Waits for what other threads do, and fails where they don't.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static async Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        for (var start = Stopwatch.GetTimestamp(); !condition();)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"Not within {Limit.TotalSeconds} s: {text}");
            await Task.Yield();
        }
    }
}
