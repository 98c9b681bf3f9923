namespace Fapi.Sandbox.Tests.Support;

/// <summary>Numbers from the environment that make a test longer than it is by default.</summary>
internal static class Setting
{
    public static int Read(string name, int fallback) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;
}
