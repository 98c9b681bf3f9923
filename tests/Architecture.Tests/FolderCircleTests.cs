using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;

namespace Architecture.Tests;

public sealed class FolderCircleTests
{
    private static readonly ConcurrentDictionary<string, CSharpCompilation> Compiled = new(StringComparer.Ordinal);

    public static TheoryData<string> Projects => ProjectRuleTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_of_a_project_form_no_circle(string project)
    {
        var uses = FolderGraph.Create(Compilation(project));

        Assert.True(
            Circles.Find(uses).Count == 0,
            $"{project} has circles between its folders." + Environment.NewLine + Circles.Tell(uses));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sources_of_a_project_are_understood_as_a_whole(string project) =>
        Assert.Empty(ProjectSources.Errors(Compilation(project)));

    [Fact]
    public void Circle_is_named_with_the_files_that_make_it_and_the_shortest_comes_first()
    {
        var uses = Uses(
            ("Client.cs", "class Client { void Send() => Call.Start(); }"),
            ("Calls/Call.cs", "class Call { internal static void Start() => Gate.Pass(); }"),
            ("Limits/Gate.cs", "class Gate { internal static void Pass() { Watch watch = new(); } }"),
            ("Telemetry/Watch.cs", "class Watch { Call? call; Gate? gate; }"));

        Assert.Equal([["Limits", "Telemetry"], ["Calls", "Limits", "Telemetry"]], Circles.Find(uses));
        Assert.Equal(
            """

            circle: Limits -> Telemetry -> Limits
              Limits -> Telemetry
                Limits/Gate.cs uses Watch of Telemetry/Watch.cs
              Telemetry -> Limits
                Telemetry/Watch.cs uses Gate of Limits/Gate.cs

            circle: Calls -> Limits -> Telemetry -> Calls
              Calls -> Limits
                Calls/Call.cs uses Gate of Limits/Gate.cs
                Calls/Call.cs uses Gate.Pass of Limits/Gate.cs
              Limits -> Telemetry
                Limits/Gate.cs uses Watch of Telemetry/Watch.cs
              Telemetry -> Calls
                Telemetry/Watch.cs uses Call of Calls/Call.cs

            """,
            Circles.Tell(uses), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("class Watch { string name = nameof(Gate); }")]
    [InlineData("class Watch { void Look() { var gate = Call.Next; gate.Pass(); } }")]
    [InlineData("class Watch : Gate { }")]
    [InlineData("class Watch { void Look(int n) => n.Count(); }")]
    public void Arrow_is_seen_without_the_type_being_constructed(string source)
    {
        var uses = Uses(
            ("Calls/Call.cs", "static class Call { internal static Gate Next => new(); }"),
            ("Limits/Gate.cs",
                "class Gate { internal void Pass() { } }"
                + "static class Numbers { internal static void Count(this int n) { } }"),
            ("Telemetry/Watch.cs", source));

        Assert.Contains(uses, use => use is { From: "Telemetry", To: "Limits" });
        Assert.Empty(Circles.Find(uses));
    }

    [Fact]
    public void Generated_type_belongs_to_the_folder_of_its_written_part()
    {
        var uses = Uses(
            ("obj/generated/Client.g.cs",
                "partial class Client { void Send() => Call.Start(); }"
                + "static class Table { internal static int Size => 1; }"),
            ("Client.cs", "partial class Client { }"),
            ("Calls/Call.cs", "class Call { internal static int Start() => Table.Size; }"));

        Assert.Contains(uses, use => use is { From: ".", To: "Calls" });
        Assert.Contains(uses, use => use is { From: "Calls", To: "generated/Table" });
        Assert.Empty(Circles.Find(uses));
    }

    [Fact]
    public void Generated_type_without_a_written_part_belongs_to_the_folder_that_it_knows_both_ways()
    {
        var uses = Uses(
            ("obj/generated/Client.g.cs", "class Table { internal static Rule Rule => new(); }"),
            ("Errors/Rule.cs", "class Rule { static Rule First => Table.Rule; }"),
            ("Calls/Call.cs", "class Call { object rule = Table.Rule; }"));

        Assert.Equal([("Calls", "Errors")], uses.Select(use => (use.From, use.To)).Distinct());
    }

    [Fact]
    public void Sources_of_another_project_count_as_one_folder()
    {
        var uses = Uses(
            ("../../src/Contract/Loading/Loader.cs", "class Loader { Schema? schema; }"),
            ("../../src/Contract/Schemas/Schema.cs", "class Schema { Loader? loader; }"),
            ("Program.cs", "class Program { Loader? loader; }"));

        Assert.Equal([(".", "Contract")], uses.Select(use => (use.From, use.To)));
    }

    private static CSharpCompilation Compilation(string project) =>
        Compiled.GetOrAdd(project, name => ProjectSources.Compile(Repository.Projects[name]));

    private static IReadOnlyList<Use> Uses(params (string Path, string Source)[] files) =>
        FolderGraph.Create(
            ProjectSources.Compile(
                "Example", files.Select(file => CSharpSyntaxTree.ParseText(file.Source, path: file.Path)),
                ProjectSources.References(null)));
}
