using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Formats;

/// <summary>A report with findings, a waived one, and a page that can't be checked, all with hostile text.</summary>
internal static class HostileReport
{
    public static async Task<string> WriteAsync(Workspace workspace, string format, params string[] options)
    {
        const string hostile = "<script>alert(1)</script> 100% \u001B[31m\u202E ::set-output name=a::b";
        var page = LeveragePage.Text
            .Replace("**1**", "**5**", StringComparison.Ordinal)
            .Replace("symbol| STRING| YES|", $"symbol| STRING| NO| {hostile}", StringComparison.Ordinal)
            .Replace("\"symbol\": \"ETHUSDT\"", "\"<script>alert(1)</script>\\u001b[31m\": \"ETHUSDT\"",
                StringComparison.Ordinal);
        workspace.Write("docs.waivers.yaml",
            $"- rule: parameter-mandatory\n  location: {LeveragePage.Name} parameters/symbol/mandatory\n  reason: "
                + "Agreed.\n  until: 2027-01-01\n");
        var half =
            workspace.Write("half.md",
            LeveragePage.Text.Replace("leverage| INT", $"leverage| {hostile}", StringComparison.Ordinal));
        var run =
            await workspace.RunAsync(
            ["check", workspace.Write("page.md", page), half, "--spec", workspace.SpecFile, "--format", format,
            .. options]);
        Assert.Equal(3, run.Code);
        return run.Output;
    }
}
