using Fapi.SpecReview;
using Fapi.SpecReview.Sides;
using Regeneration.Tests.Support;

namespace SpecReview.Tests;

/// <summary>A git repository of its own with what Fapi.Sdk is built from.</summary>
internal sealed class ScratchRepository : IDisposable
{
    private readonly BuildCopy _copy = new("scratch, 币安", "spec/docs.lock.yaml", ".config/dotnet-tools.json", ".gitignore", ".gitattributes");

    internal string Spec
    {
        get => _copy.Spec;
        set => _copy.Spec = value;
    }

    internal async Task CommitAsync(string subject)
    {
        await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=Tests", "-c", "user.email=tests@example.com", "commit", "--quiet", "--message", subject);
    }

    internal Task<ProcessRun> GitAsync(params string[] arguments) => RunAsync("git", arguments);

    /// <summary>Runs the command as users do.</summary>
    internal Task<ProcessRun> ReviewAsync(params string[] arguments) =>
        RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, typeof(ExitCodes).Assembly.GetName().Name + ".dll"), .. arguments]);

    public void Dispose() => _copy.Dispose();

    private Task<ProcessRun> RunAsync(string program, string[] arguments) =>
        ProcessRun.OfAsync(_copy.Root, program, arguments, TestContext.Current.CancellationToken);
}
