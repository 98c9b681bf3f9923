namespace Fapi.SpecCheck;

internal enum FactsFormat
{
    Json,
    Yaml,
}
