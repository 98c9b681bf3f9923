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

    /// <summary>What is known to be wrong, if anything is.</summary>
    public string Clash { get; set; }

    /// <summary>The file that the generator made, if any; templates mark what they cannot use in it by #error. Deleted here.</summary>
    [Required]
    public string Generated { get; set; }

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public override bool Execute()
    {
        var marked = MarkedInGenerated() ?? (string.IsNullOrEmpty(Clash) ? null : Clash);
        if (marked == null && File.Exists(Generated) && File.ReadAllText(Generated).Contains("class FapiOperations"))
        {
            return true;
        }

        File.Delete(Generated);
        var text = File.ReadAllText(Spec);
        var message = marked ?? FirstSentence();
        var line = LineFromYaml(text, ref message) ?? LineFromReference(text, message) ?? LineFromPath(text, ref message) ?? LineFromName(text, message) ?? 1;
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
        return telling == null || telling.Contains("NullReferenceException") || telling.Contains("Unexpected initial token")
            ? "it holds no OpenAPI document."
            : Regex.Replace(telling, @"^[\w.]+Exception: ", "", RegexOptions.None, Timeout);
    }

    // (Line: 1, Col: 10, Idx: 9) - (Line: 2, Col: 1, Idx: 15): While scanning …
    private static int? LineFromYaml(string text, ref string message)
    {
        var match = Regex.Match(message, @"\(Line: (\d+), Col: \d+, Idx: \d+\): (.*)$", RegexOptions.None, Timeout);
        if (!match.Success)
        {
            return null;
        }

        // The parser names the start of the document for a tab, wherever that is.
        var tab = Regex.Match(text, @"^ *\t", RegexOptions.Multiline, Timeout);
        if (tab.Success && match.Groups[2].Value.Contains("tab"))
        {
            message = "it is not YAML. The line is indented by a tab; indent it by spaces.";
            return LineOf(text, tab.Index);
        }

        var reason = match.Groups[2].Value;
        message = "it is not YAML. " + (reason.StartsWith("Exception") ? "What begins on this line is not closed or cannot be read." : reason);
        return int.Parse(match.Groups[1].Value);
    }

    // Could not resolve the path '#/components/schemas/Nope'.
    private static int? LineFromReference(string text, string message)
    {
        var match = Regex.Match(message, "'(#/[^']+)'", RegexOptions.None, Timeout);
        return match.Success ? LineOf(text, text.IndexOf(match.Groups[1].Value, StringComparison.Ordinal)) : null;
    }

    // Could not convert string to decimal: one. Path 'paths['/x'].post.parameters[1].schema.minimum', line 1, position 9.
    private static int? LineFromPath(string text, ref string message)
    {
        var match = Regex.Match(message, @"Path '(.*)'(, line \d+, position \d+)", RegexOptions.None, Timeout);
        if (!match.Success)
        {
            return null;
        }

        // These are of the JSON that the generator turned the spec into.
        message = message.Replace(match.Groups[2].Value, "");
        var place = 0;
        var key = "";
        foreach (Match step in Regex.Matches(match.Groups[1].Value, @"\['([^']+)'\]|\[\d+\]|([^.\[]+)", RegexOptions.None, Timeout))
        {
            key = Regex.Escape(step.Groups[1].Value + step.Groups[2].Value);
            place = key.Length == 0 ? place : PlaceOf(text, place, @"(?<=[\s{,'""]|^)" + key + @"(?=['""]?:)") ?? place;
        }

        // An item of a list is told from those before it by the value that the message quotes.
        var value = Regex.Match(message, @"(?:: |"")([^"". ]+)", RegexOptions.None, Timeout).Groups[1].Value;
        return LineOf(text, PlaceOf(text, place, key + @"['""]?: *['""]?" + Regex.Escape(value)) ?? place);
    }

    // Operation 'changeInitialLeverage' has no x-weight. Parameter 'symbol' of 'changeInitialLeverage' is a header.
    private static int? LineFromName(string text, string message)
    {
        var match = Regex.Match(message, "^(\\w+) '([^']*)'(?: of '([^']*)')?", RegexOptions.None, Timeout);
        if (!match.Success)
        {
            return null;
        }

        var (name, owner) = (match.Groups[2].Value, match.Groups[3].Value);
        text = Regex.Replace(text, "^ *#.*", comment => new string(' ', comment.Length), RegexOptions.Multiline, Timeout);
        if (owner.Length == 0)
        {
            var first = PlaceOfName(text, 0, name);
            return LineOf(text, message.Contains("there twice") && first != null ? PlaceOfName(text, first.Value + name.Length, name) : first);
        }

        var start = PlaceOfName(text, 0, owner) ?? 0;
        return LineOf(text, name.Length == 0 ? start : PlaceOfName(text, start, name) ?? PlaceOfName(text, 0, name) ?? start);
    }

    // Of an operation, a parameter, a key or a value; types begin with a capital, whatever the spec calls them.
    private static int? PlaceOfName(string text, int start, string name)
    {
        var word = @"(?<![\w./-])[""']?" + Regex.Escape(name) + @"[""']?(?![\w./-])";
        var kinds = new[] { "operationId: *" + word, @"\bname: *" + word, "(?im)(?<=^ *|[{,] *)" + word + ":", @"(?i)\bname: *" + word, word };
        return kinds.Select(kind => PlaceOf(text, start, kind)).FirstOrDefault(place => place != null);
    }

    private static int? PlaceOf(string text, int start, string pattern)
    {
        var match = new Regex(pattern, RegexOptions.None, Timeout).Match(text, start);
        return match.Success ? match.Index : (int?)null;
    }

    private static int? LineOf(string text, int? index) => index == null || index < 0 ? (int?)null : text.Take(index.Value).Count(c => c == '\n') + 1;
}
