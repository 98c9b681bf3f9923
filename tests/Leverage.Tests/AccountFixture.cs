using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

/// <summary>An exchange, and plans in files, for commands that work on a whole account.</summary>
internal sealed class AccountFixture(Action<SandboxOptions>? configure = null) : IAsyncDisposable
{
    private readonly KeyVariables _keys = new();
    private readonly string _file = Path.GetTempFileName();

    internal SandboxExchange Exchange { get; } = SandboxExchange.Start(configure);

    internal SandboxAccount Account => Exchange.Account;

    /// <summary>Requests that change something.</summary>
    internal IEnumerable<string> Changes => Exchange.Requests
        .Where(one => one.Request.Method == "POST").Select(one => one.OperationId!);

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        File.Delete(_file);
        await Exchange.DisposeAsync();
    }

    internal string PlanFile(string text)
    {
        File.WriteAllText(_file, text);
        return _file;
    }

    internal CommandLine Line(string? typed = null, CancellationToken? stop = null) =>
        _keys.LineWith(Account.Hmac, typed, stop);

    internal async Task<(int ExitCode, CommandLine Line)> RunAsync(params string[] args)
    {
        var line = Line();
        line.Width = 120;
        return (await line.RunAsync([.. args, "--base-url", $"{Exchange.BaseAddress}"]), line);
    }
}
