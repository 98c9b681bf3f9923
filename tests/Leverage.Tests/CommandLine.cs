using Fapi.Leverage.Tool.Shell;

// Commands wait for processes, and before they repeat a call, more than they compute.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace Fapi.Leverage.Tool.Tests;

/// <summary>Runs the command in this process and keeps what it printed.</summary>
internal sealed class CommandLine
{
    private readonly StringWriter _out = new();
    private readonly HeardWriter _error = new();

    internal Dictionary<string, string> Variables { get; } = [];

    /// <summary>Input of the user; null when there is no terminal.</summary>
    internal string? Typed { get; init; }

    /// <summary>Columns of the terminal; null when there is none.</summary>
    internal int? Width { get; set; }

    /// <summary>Called with each text that goes to the error output.</summary>
    internal Action<string> Heard { get; set; } = _ => { };

    /// <summary>Columns of the terminal of the error output; null when there is none.</summary>
    internal int? ErrorWidth { get; set; }

    /// <summary>Ends a command that runs until it is stopped.</summary>
    internal CancellationToken Stop { get; init; } = TestContext.Current.CancellationToken;

    internal string Out => _out.ToString();

    internal string Error => _error.ToString();

    internal Task<int> RunAsync(params string[] args)
    {
        var terminal = new Terminal(
            _out, _error, new StringReader(Typed ?? ""), Typed is not null, name => Variables.GetValueOrDefault(name),
            Width, ErrorWidth);
        _error.Heard = Heard;
        return LeverageApp.RunAsync(args, terminal, Stop);
    }

    private sealed class HeardWriter : StringWriter
    {
        internal Action<string> Heard { get; set; } = _ => { };

        public override void Write(string? value)
        {
            base.Write(value);
            Heard(value ?? "");
        }
    }
}
