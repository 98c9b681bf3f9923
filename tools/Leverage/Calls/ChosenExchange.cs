using Fapi.Sandbox;
using Fapi.Sdk.Options;

namespace Fapi.Leverage.Calls;

/// <summary>The exchange that a call goes to, and the options for it; runs the sandbox when it is that.</summary>
internal sealed class ChosenExchange(string name, FapiClientOptions options, SandboxExchange? sandbox = null) : IAsyncDisposable
{
    internal string Name => name;

    internal FapiClientOptions Options => options;

    internal SignerKind Signer { get; } = SignerKind.Of(options);

    internal bool IsLive => name == "live";

    internal Task AnnounceAsync(Terminal terminal) => sandbox is null
        ? Task.CompletedTask
        : terminal.Error.WriteLineAsync($"Sandbox exchange in this process at {sandbox.BaseAddress} (test keys, no money). Choose another one by --env or --base-url.");

    public ValueTask DisposeAsync() => sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
