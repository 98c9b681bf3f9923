namespace Fapi.Sdk.Responses;

/// <summary>Names of the fields of one type, as they stand in a response.</summary>
internal sealed class FieldNames(params string[] names)
{
    /// <summary>Stands for a field that the spec does not know, and for the one before the first.</summary>
    internal const int Unknown = -1;

    /// <summary>Stands for the end of the object.</summary>
    internal const int End = -2;

    internal static readonly FieldNames None = new();

    private readonly byte[][] _quoted = [.. names.Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];

    /// <param name="json">Begins with the quote before the name.</param>
    /// <param name="guess">Number of the field that is likely: the exchange keeps the order of the spec.</param>
    /// <param name="length">Length of the name with its quotes and the colon.</param>
    internal int Find(ReadOnlySpan<byte> json, int guess, out int length)
    {
        for (var i = 0; i < _quoted.Length; i++, guess++)
        {
            guess = guess < _quoted.Length ? guess : 0;
            var name = _quoted[guess];
            if (json.StartsWith(name))
            {
                length = name.Length;
                return guess;
            }
        }

        length = 0;
        return Unknown;
    }

    internal int Find(string name) => Array.IndexOf(names, name);
}
