using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Tests.Support;

/// <summary>Waits for what other threads do, and fails where they don't.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    internal static async Task TrueAsync(Func<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        for (var start = Stopwatch.GetTimestamp(); !condition();)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"Not within {Limit.TotalSeconds} s: {file}, line {line}");
            await Task.Yield();
        }
    }
}
