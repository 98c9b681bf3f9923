using System.Diagnostics;

namespace Fapi.Benchmarks.Wire;

/// <summary>The loopback server in a process of its own, which ends when its input does.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    internal const string Command = "serve";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    internal Uri Address { get; }

    internal static async Task<ServerProcess> StartAsync()
    {
        var process = ChildProcess.Start(Command);
        var address = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        return new ServerProcess(process, new Uri(address!));
    }

    /// <summary>Entry point of the child.</summary>
    internal static async Task ServeAsync()
    {
        var response = Bodies.OverHttp(Bodies.Small);
        await using var server = new LoopbackServer(_ => response);
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
