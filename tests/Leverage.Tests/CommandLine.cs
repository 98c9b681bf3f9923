namespace Fapi.Leverage.Tests;

/// <summary>Runs the command in this process and keeps what it printed.</summary>
internal sealed class CommandLine
{
    private readonly StringWriter _out = new StringWriter();
    private readonly StringWriter _error = new StringWriter();

    internal Dictionary<string, string> Variables { get; } = [];

    /// <summary>What the user types; null when there is no terminal.</summary>
    internal string? Typed { get; init; }

    /// <summary>Ends a command that runs until it is stopped.</summary>
    internal CancellationToken Stop { get; init; } = TestContext.Current.CancellationToken;

    internal string Out => _out.ToString();

    internal string Error => _error.ToString();

    internal Task<int> RunAsync(params string[] args)
    {
        var terminal = new Terminal(_out, _error, new StringReader(Typed ?? ""), Typed is not null, name => Variables.GetValueOrDefault(name));
        return LeverageApp.RunAsync(args, terminal, Stop);
    }
}
