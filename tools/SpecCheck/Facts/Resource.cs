namespace Fapi.SpecCheck.Facts;

internal static class Resource
{
    /// <summary>Reads a text that this program carries.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
