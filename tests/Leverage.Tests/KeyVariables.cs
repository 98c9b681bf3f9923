using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>Puts a key where the command looks for it: into variables of the environment, and a file that only its
/// owner can read.</summary>
internal sealed class KeyVariables : IDisposable
{
    internal string File { get; } = Path.GetTempFileName();

    public void Dispose() => System.IO.File.Delete(File);

    internal CommandLine LineWith(SandboxKey key, string? typed = null, CancellationToken? stop = null)
    {
        var line = new CommandLine
        {
            Typed = typed,
            Stop = stop ?? TestContext.Current.CancellationToken,
            Variables = { ["FAPI_API_KEY"] = key.ApiKey },
        };
        if (key.Kind == SandboxKeyKind.Hmac)
        {
            line.Variables["FAPI_API_SECRET"] = key.Secret;
        }
        else
        {
            System.IO.File.WriteAllText(File, key.PrivateKeyPem);
            line.Variables["FAPI_PRIVATE_KEY_FILE"] = File;
        }

        return line;
    }
}
