using System.Text.RegularExpressions;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>Our spec and lock against a schema: the saved excerpt where it is at hand, else a written one.</summary>
public sealed class SavedSchemaTests : IDisposable
{
    private static readonly string? Saved =
        SavedPages.Folder is { } folder ? Path.Combine(folder, "portal/schema-excerpt.yaml") : null;

    private static readonly string Schema = Saved is null ? OfficialSchema.Text : File.ReadAllText(Saved);

    private readonly Workspace _workspace = new(
        Saved is null ? null : File.ReadAllText(Repository.Find("spec/openapi.yaml")));

    public SavedSchemaTests()
    {
        if (Saved is not null)
        {
            _workspace.Write("docs.lock.yaml", File.ReadAllText(Repository.Find("spec/docs.lock.yaml")));
        }
    }

    [Fact]
    public async Task The_schema_says_the_same_with_notes()
    {
        var run = await CheckAsync(Schema);

        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Findings);
        Assert.All(run.Findings, finding => Assert.Equal("note", finding.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task The_schema_cut_off_at_a_line_could_not_be_checked()
    {
        var lines = Schema.TrimEnd('\n').Split('\n');
        for (var count = 5; count < lines.Length; count += 7)
        {
            var run = await CheckAsync(string.Join('\n', lines[..count]) + "\n");

            Assert.True(run.Code == 3, $"exit {run.Code} after line {count}: {lines[count - 1]}");
            Assert.Contains(
                OfficialSchema.Address, run.Report.GetProperty("failures").ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_locked_operation_that_is_removed_is_gone()
    {
        await _workspace.LockAsync(_workspace.Write("schema.yaml", Schema));

        var run = await CheckAsync(
            Regex.Replace(Schema, @"^  /fapi/v1/leverage:\n(?:    .*\n)+", "", RegexOptions.Multiline));

        Assert.Equal(1, run.Code);
        Assert.Equal(["operation-gone"], run.Findings
            .Where(one => one.GetProperty("severity").GetString() != "note")
            .Select(one => one.GetProperty("rule").GetString()));
    }

    public void Dispose() => _workspace.Dispose();

    private Task<CheckRun> CheckAsync(string schema) => _workspace.CheckAsync(_workspace.Write("schema.yaml", schema));
}
