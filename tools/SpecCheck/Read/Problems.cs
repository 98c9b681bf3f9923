namespace Fapi.SpecCheck.Read;

/// <summary>What can't be read of a page or schema, in sentences.</summary>
internal sealed class Problems : List<string>
{
    public void AddIf(bool condition, string problem) => AddRange(condition ? [problem] : []);
}
