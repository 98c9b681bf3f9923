using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Build task: logs what the lint, or else the generator, says of a spec that no client can be made
/// from.</summary>
public sealed class ReportSpecErrors : Task
{
    [Required]
    public string Spec { get; set; }

    /// <summary>What either of them printed.</summary>
    public string Output { get; set; }

    public override bool Execute()
    {
        var lines = (Output ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var errors = Regex.Matches(Output ?? "", @"^(.*)\((\d+),(\d+)\): error FAPI001: (.*?)\r?$",
            RegexOptions.Multiline).Cast<Match>().ToList();
        foreach (var groups in errors.Select(error => error.Groups))
        {
            Log.LogError(null, "FAPI001", null, groups[1].Value, int.Parse(groups[2].Value), int.Parse(groups[3].Value),
                0, 0, groups[4].Value);
        }

        if (errors.Count == 0)
        {
            var told = lines.FirstOrDefault(line => line.Contains("Exception: ")) ?? lines.LastOrDefault();
            Log.LogError(null, "FAPI001", null, Spec, 1, 1, 0, 0,
                "The client cannot be generated from the spec: the generator says: " + told);
        }

        return false;
    }
}
