namespace Fapi.SpecCheck.Report.Formats;

internal enum FactsFormat
{
    Json,
    Yaml,
}
