namespace Fapi.Leverage.Tool.Commands;

/// <summary><c>leverage completion SHELL</c></summary>
internal static class CompletionCommand
{
    private const string Description = """
        Prints a script that completes commands, options and their values in a shell; file names where none fits.

        Examples:
          eval "$(leverage completion bash)"                               in ~/.bashrc
          eval "$(leverage completion zsh)"                                in ~/.zshrc
          leverage completion pwsh | Out-String | Invoke-Expression        in $PROFILE
        """;

    // The directive [suggest:POSITION] of the command line that follows prints what may stand there, a line each.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _leverage() {
              local line
              COMPREPLY=()
              while IFS= read -r line; do
                [[ $line == "${COMP_WORDS[COMP_CWORD]}"* ]] && COMPREPLY+=("$line")
              done < <(leverage "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            }
            complete -o default -F _leverage leverage
            """,
        ["zsh"] = """
            _leverage() {
              local -a suggested
              suggested=(${(f)"$(leverage "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
              compadd -a suggested || _files
            }
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
            compdef _leverage leverage
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName leverage -ScriptBlock {
              param($word, $command, $position)
              $position -= $command.Extent.StartOffset
              $line = $command.ToString().PadRight($position)
              leverage "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    internal static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh (PowerShell)." };
        Choice.Restrict(shell, [.. Scripts.Keys]);
        var command = new Command("completion", Description) { shell };
        command.SetAction(parsed => terminal.Out.WriteLine(Scripts[parsed.GetValue(shell)!]));
        return command;
    }
}
