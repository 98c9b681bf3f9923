using System.Diagnostics;

namespace Fapi.Leverage.Tool.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("leverage se", "set")]
    [InlineData("leverage set BTCUSDT 5 --en", "--env")]
    [InlineData("leverage set BTCUSDT 5 --env te", "testnet")]
    [InlineData("leverage completion z", "zsh")]
    public async Task Directive_prints_what_may_stand_at_the_end(string typed, string suggested)
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync($"[suggest:{typed.Length}]", typed));

        Assert.Equal(suggested, line.Out.Trim());
        Assert.Empty(line.Error);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _leverage leverage")]
    [InlineData("zsh", "compdef _leverage leverage")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName leverage")]
    public async Task Script_registers_itself(string shell, string registers)
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("completion", shell));

        Assert.Contains(registers, line.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_without_a_script_is_wrong_input()
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync("completion", "fish"));

        Assert.StartsWith("SHELL is 'fish'; it has to be bash, zsh or pwsh.", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bash_completes_the_word_before_the_cursor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs bash.");
        const string Typed = "leverage set BTCUSDT 5 --env l";
        var line = new CommandLine();
        await line.RunAsync("completion", "bash");
        var script = $$"""
            {{line.Out}}
            leverage() { dotnet '{{ToolProcess.Path}}' "$@"; }
            COMP_LINE='{{Typed}}' COMP_POINT={{Typed.Length}} COMP_WORDS=({{Typed}}) COMP_CWORD=5
            _leverage
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;

        Assert.Equal("live\n", await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("leverage se", "leverage set ")]
    [InlineData("leverage set BTCUSDT 5 --env l", "leverage set BTCUSDT 5 --env live ")]
    [InlineData("leverage plan exa", "leverage plan example.yaml ")]
    public async Task Zsh_completes_what_is_typed_at_its_prompt(string typed, string completed)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/zsh"), "Needs zsh.");
        var folder = Directory.CreateTempSubdirectory().FullName;
        var line = new CommandLine();
        await line.RunAsync("completion", "zsh");
        await File.WriteAllTextAsync(Path.Combine(folder, "completion.zsh"), line.Out);
        await File.WriteAllTextAsync(Path.Combine(folder, "example.yaml"), "");
        // A shell with a terminal, where Tab completes and the next key tells what stands at the prompt.
        var script = $$"""
            zmodload zsh/zpty
            zpty shell "TERM=dumb zsh -f -i"
            zpty -w shell "PS1=; cd '{{folder}}'; autoload -Uz compinit; compinit -u -D; source completion.zsh
              leverage() { dotnet '{{ToolProcess.Path}}' \"\$@\" }
              tell() { print -r -- \"<<\$BUFFER>>\"; exit }; zle -N tell; bindkey '^X' tell; print ready"
            zpty -r shell seen '*ready*ready*'
            zpty -w -n shell "$1"$'\t\x18'
            zpty -r shell seen '*<<*>>*<<*>>*'
            print -r -- ${${seen##*<<}%%>>*}
            """;

        using var zsh = Process.Start(
            new ProcessStartInfo("zsh", ["-f", "-c", script, "zsh", typed]) { RedirectStandardOutput = true })!;
        var output = await zsh.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);

        Assert.Equal($"{completed}\n", output);
    }
}
