namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>Threads of this process that run, or would if a processor were free; Linux tells, no other system is
/// asked.</summary>
internal static class RunnableThreads
{
    private const string Tasks = "/proc/self/task";

    /// <summary>Tells if anybody but the caller has work to do at this moment.</summary>
    internal static bool Others() =>
        Directory.Exists(Tasks) && Directory.EnumerateDirectories(Tasks).Count(IsRunnable) > 1;

    private static bool IsRunnable(string task)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(task, "stat"));
            return text.AsSpan(text.LastIndexOf(')') + 1).TrimStart().StartsWith("R", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended.
            return false;
        }
    }
}
