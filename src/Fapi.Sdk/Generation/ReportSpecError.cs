using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Build task: turns what the generator says of a spec that it cannot use into one error with file and line.</summary>
public sealed class ReportSpecError : Task
{
    [Required]
    public string Spec { get; set; }

    /// <summary>What the generator printed.</summary>
    public string Output { get; set; }

    /// <summary>The file that the generator made, if any; templates mark what they cannot use in it by #error. Deleted here.</summary>
    [Required]
    public string Generated { get; set; }

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public override bool Execute()
    {
        var marked = MarkedInGenerated();
        if (marked == null && File.Exists(Generated))
        {
            return true;
        }

        File.Delete(Generated);
        var text = File.ReadAllText(Spec);
        var message = marked ?? FirstSentence();
        var line = LineFromYaml(ref message) ?? LineFromReference(text, message) ?? LineFromPath(text, message) ?? LineFromName(text, message) ?? 1;
        Log.LogError(null, "FAPI001", null, Spec, line, 0, 0, 0, "The client cannot be generated from the spec: " + message);
        return false;
    }

    private string MarkedInGenerated() => File.Exists(Generated)
        ? File.ReadAllLines(Generated).Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("#error "))?.Substring("#error ".Length)
        : null;

    private string FirstSentence()
    {
        var lines = (Output ?? "").Split('\n', ';').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var telling = lines.FirstOrDefault(line => line.StartsWith("(Line:"))
            ?? lines.FirstOrDefault(line => Regex.IsMatch(line, @"^[\w.]+Exception: ", RegexOptions.None, Timeout));
        return telling == null || telling.Contains("NullReferenceException")
            ? "it holds no OpenAPI document."
            : Regex.Replace(telling, @"^[\w.]+Exception: ", "", RegexOptions.None, Timeout);
    }

    // (Line: 1, Col: 10, Idx: 9) - (Line: 2, Col: 1, Idx: 15): While scanning …
    private static int? LineFromYaml(ref string message)
    {
        var match = Regex.Match(message, @"\(Line: (\d+), Col: \d+, Idx: \d+\): (.*)$", RegexOptions.None, Timeout);
        if (!match.Success)
        {
            return null;
        }

        message = "it is not YAML. " + match.Groups[2].Value;
        return int.Parse(match.Groups[1].Value);
    }

    // Could not resolve the path '#/components/schemas/Nope'.
    private static int? LineFromReference(string text, string message)
    {
        var match = Regex.Match(message, "'(#/[^']+)'", RegexOptions.None, Timeout);
        return match.Success ? LineOf(text, text.IndexOf(match.Groups[1].Value, StringComparison.Ordinal)) : null;
    }

    // Could not convert string to decimal: one. Path 'paths['/x'].post.parameters[1].schema.minimum', line 1, position 9.
    private static int? LineFromPath(string text, string message)
    {
        var match = Regex.Match(message, @"(?:: |"")([^"". ]+)(?:""[^.]*)?.*?Path '.*?([A-Za-z-]+)(?:\[\d+\])?', line", RegexOptions.None, Timeout);
        if (!match.Success)
        {
            return null;
        }

        var place = Regex.Match(text, Regex.Escape(match.Groups[2].Value) + @"['""]?: *['""]?" + Regex.Escape(match.Groups[1].Value), RegexOptions.None, Timeout);
        return place.Success ? LineOf(text, place.Index) : null;
    }

    // Operation 'changeInitialLeverage' has no x-weight.
    private static int? LineFromName(string text, string message)
    {
        var match = Regex.Match(message, "'([^']+)'", RegexOptions.None, Timeout);
        return match.Success ? LineOf(text, text.IndexOf(match.Groups[1].Value, StringComparison.Ordinal)) : null;
    }

    private static int? LineOf(string text, int index) => index < 0 ? (int?)null : text.Take(index).Count(c => c == '\n') + 1;
}
