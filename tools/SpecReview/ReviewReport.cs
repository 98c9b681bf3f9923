using Spectre.Console;

namespace Fapi.SpecReview;

/// <summary>Writes a review for the person who decides on it.</summary>
internal static class ReviewReport
{
    internal static void Write(Review review, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{review.Before.Revision.Label} → {review.After.Revision.Label}[/]");
        Head(console, "Public API", review.Api.Changes.Count == 0 ? "the same" : $"{review.Api.Changes.Count} lines differ", isGood: review.Api.Changes.Count == 0);
        Diff(console, review.Api.ToString());
        Breaks(console, "At source", review.SourceBreaks);
        Breaks(console, "At binary level", review.BinaryBreaks);
        Wire(console, review);
        Head(console, "Docs", review.Docs.IsSame ? "spec-check finds no drift" : "spec-check does not agree", review.Docs.IsSame);
        if (!review.Docs.IsSame)
        {
            console.WriteLine(review.Docs.Output);
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Verdict(review)}[/]");
        if (review.Api.Changes.Count > 0)
        {
            console.WriteLine("If all of it is meant, approve the API: FAPI_APPROVE_API=1 dotnet test --project tests/PublicApi.Tests");
        }
    }

    private static void Wire(IAnsiConsole console, Review review)
    {
        var (changed, facts) = (review.Wire.Changed, review.Facts);
        var same = changed.Count + facts.Count == 0;
        Head(console, "On the wire", same ? $"{review.Wire.Rows.Count} calls send the same" : $"{changed.Count} of {review.Wire.Rows.Count} calls differ", same);
        foreach (var row in changed)
        {
            console.MarkupLineInterpolated($"  {row.Call.Operation} {row.Call.Title}");
            Diff(console, $"- {row.Before.Text}\n+ {row.After.Text}");
        }

        foreach (var fact in facts)
        {
            console.MarkupLineInterpolated($"  {fact}");
        }
    }

    private static void Breaks(IAnsiConsole console, string title, IReadOnlyList<string> breaks)
    {
        Head(console, title, breaks.Count == 0 ? "compatible" : "breaking", breaks.Count == 0);
        foreach (var one in breaks)
        {
            console.MarkupLineInterpolated($"  {one}");
        }
    }

    private static void Diff(IAnsiConsole console, string diff)
    {
        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var color = line[0] switch { '-' => "red", '+' => "green", _ => "grey" };
            console.MarkupLine($"  [{color}]{Markup.Escape(line)}[/]");
        }
    }

    private static void Head(IAnsiConsole console, string title, string result, bool isGood)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{title}:[/] [{(isGood ? "green" : "yellow")}]{Markup.Escape(result)}[/]");
    }

    private static string Verdict(Review review)
    {
        string[] broken =
        [
            .. review.SourceBreaks.Count > 0 ? ["breaks users at source"] : Array.Empty<string>(),
            .. review.BinaryBreaks.Count > 0 ? ["breaks users at binary level"] : Array.Empty<string>(),
            .. review.Wire.Lost.Count > 0 ? [$"{review.Wire.Lost.Count} calls that were sent no longer are"] : Array.Empty<string>(),
            .. review.Docs.IsSame ? Array.Empty<string>() : ["the docs differ or could not be checked"],
        ];
        return $"Result: {(broken.Length == 0 ? "nothing breaks, and the docs agree" : string.Join(", ", broken))}. Exit code {review.ExitCode}.";
    }
}
