using Fapi.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Accounts;

/// <summary>Reads a private key file, and warns when others may read it too.</summary>
internal static class KeyFile
{
    internal static string Read(string path, ILogger logger)
    {
        if (IsOpenToOthers(path))
        {
            Log.KeyFileIsOpenToOthers(logger, path);
        }

        return File.ReadAllText(path);
    }

#if NET
    private static bool IsOpenToOthers(string path)
    {
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0;
    }
#else
    // netstandard2.0 cannot ask.
    private static bool IsOpenToOthers(string path) => false;
#endif
}
