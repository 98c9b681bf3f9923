using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Formats;

public sealed class FormatTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task Github_EscapesWhatCouldEndAnAnnotation()
    {
        var lines = (await WriteAsync("github")).TrimEnd().Split(Environment.NewLine);

        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) [^:\n]*::[^\n]+$", line));
        var weight = Assert.Single(lines, line => line.Contains("[weight: ", StringComparison.Ordinal));
        Assert.StartsWith(
            $"::error file={_workspace.SpecFile},line={_workspace.LineOf("x-weight: 1")},title=Request weight "
                + "differs::", weight, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("100%25", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("::set-output", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Workspace.Formats), MemberType = typeof(Workspace))]
    public async Task Format_PageWithHostileText_IsHarmless(string format)
    {
        var report = await WriteAsync(format);

        Assert.DoesNotContain(report, c => char.IsControl(c) && c is not ('\n' or '\r'));
        if (format == "html")
        {
            Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain('\u202E', report);
    }

    [Fact]
    public async Task Text_ShowsSpecLineAndWordsOfTheDocs()
    {
        var text = await WriteAsync("text");

        Assert.Contains("x-weight: 1", text, StringComparison.Ordinal);
        Assert.Contains("“5”", text, StringComparison.Ordinal);
        Assert.Contains("waived", text, StringComparison.Ordinal);
        Assert.Contains("could not check, drift", text, StringComparison.Ordinal);
        // An address stays whole, so that it can be copied.
        Assert.All(text.Split('\n'), line =>
            Assert.True(line.Length <= 120 || line.Contains("https://", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task Html_IsOneFileThatLoadsNothing()
    {
        var html = await WriteAsync("html");

        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        foreach (var loading in new[] { "src=", "<link", "@import", "url(" })
        {
            Assert.DoesNotContain(loading, html, StringComparison.OrdinalIgnoreCase);
        }
    }

    public void Dispose() => _workspace.Dispose();

    private Task<string> WriteAsync(string format) => HostileReport.WriteAsync(_workspace, format);
}
