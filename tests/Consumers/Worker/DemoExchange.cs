using Fapi.Sandbox;

namespace Worker;

/// <summary>A sandbox exchange where things go wrong by chance, with three accounts and the settings that an app needs for them.</summary>
internal sealed class DemoExchange : IAsyncDisposable
{
    internal static readonly string[] Accounts = ["main", "hedge", "spread"];

    private readonly string _keys = Directory.CreateTempSubdirectory("fapi-worker-").FullName;
    private readonly Dictionary<string, SandboxAccount> _accounts;

    internal DemoExchange(int seed)
    {
        Sandbox = SandboxExchange.Start(options => (options.RequestsKept, options.ThrowOnFindings, options.Seed) = (int.MaxValue, false, seed));
        Sandbox.ClockOffset = TimeSpan.FromSeconds(30);
        Sandbox.Faults.Randomly(0.2, seed,
            Fault.Status(503, "Service Unavailable."),
            Fault.Status(503, "Unknown error, please check your request or try again later.").AfterProcessing(),
            Fault.Status(502),
            Fault.Code(-1007, status: 408).AfterProcessing(),
            Fault.Html(403),
            Fault.TruncatedJson,
            Fault.EndWithinBody,
            Fault.ResetBeforeProcessing,
            Fault.ResetAfterProcessing,
            Fault.SlowHeaders(TimeSpan.FromSeconds(2)));
        _accounts = Accounts.ToDictionary(name => name, Sandbox.AddAccount);
        Next = SandboxKey.FromSecret("next-key-of-main-0123456789abcdef", "next-secret-of-main-0123456789abcdef");
        _accounts["main"].AddKey(Next);
    }

    internal SandboxExchange Sandbox { get; }

    /// <summary>The key that <c>main</c> changes to while the app runs.</summary>
    internal SandboxKey Next { get; }

    /// <summary>Settings as they stand in appsettings, user secrets or the environment of a real app.</summary>
    internal IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. Accounts.SelectMany(name => new[]
        {
            Setting(name, "BaseAddress", Sandbox.BaseAddress.ToString()),
            Setting(name, "Retry:MaxAttempts", "2"),
            Setting(name, "Retry:BaseDelay", "00:00:00.050"),
            Setting(name, "Retry:MaxDelay", "00:00:00.200"),
            Setting(name, "Retry:AttemptTimeout", "00:00:01"),
            Setting(name, "TracedParameters:0", "symbol"),
        }),
        Setting("main", "ApiKey", this["main"].Hmac.ApiKey),
        Setting("main", "ApiSecret", this["main"].Hmac.Secret),
        Setting("hedge", "ApiKey", this["hedge"].Rsa.ApiKey),
        Setting("hedge", "PrivateKeyFile", KeyFile("hedge.pem", this["hedge"].Rsa)),
        Setting("spread", "ApiKey", this["spread"].Ed25519.ApiKey),
        Setting("spread", "PrivateKeyFile", KeyFile("spread.pem", this["spread"].Ed25519)),
    ];

    /// <summary>Texts that must never be told.</summary>
    internal IEnumerable<string> Secrets =>
    [
        Next.ApiKey, Next.Secret, this["main"].Hmac.ApiKey, this["main"].Hmac.Secret, this["hedge"].Rsa.ApiKey, this["spread"].Ed25519.ApiKey,
        .. new[] { this["hedge"].Rsa, this["spread"].Ed25519 }.SelectMany(key => key.PrivateKeyPem.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 20 && line[0] != '-'),
        .. Sandbox.Requests.Select(request => request.Request.Target.Split("signature=")).Where(parts => parts.Length > 1).Select(parts => parts[1]),
    ];

    internal SandboxAccount this[string name] => _accounts[name];

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    internal static KeyValuePair<string, string?> Setting(string account, string name, string value) => new($"Accounts:{account}:{name}", value);

    private string KeyFile(string name, SandboxKey key)
    {
        var path = Path.Combine(_keys, name);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(key.PrivateKeyPem);
        return path;
    }
}
