namespace Fapi.SpecCheck.Report;

/// <summary>Silences one finding until a date.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Location">As the finding shows it: <c>POST /fapi/v1/leverage parameters/leverage/maximum</c>.</param>
/// <param name="Until">Last day on which it holds.</param>
/// <param name="Line">Line in the waiver file.</param>
internal sealed record Waiver(string Rule, string Location, string Reason, DateOnly Until, int Line);

/// <param name="File">Where the waivers stand.</param>
internal sealed record WaiverList(string File, IReadOnlyList<Waiver> Waivers);
