using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Names of fields that came before, so that they are not made anew for every response.</summary>
internal sealed class FieldNames : JsonNameTable
{
    // A power of 2; half of the places stay free, so that a search ends soon.
    private const int Places = 2048;
    private const int LongestKept = 64;

    private readonly string?[] _names = new string?[Places];
    private int _count;

    internal static FieldNames Shared { get; } = new();

    public override string? Get(char[] key, int start, int length)
    {
        if (length == 0)
        {
            return "";
        }

        var name = key.AsSpan(start, length);
        var place = (length * 31) + (name[0] * 7) + (name[length - 1] * 131) + (name[length / 2] * 517);
        for (; _names[place & (Places - 1)] is { } known; place++)
        {
            if (name.SequenceEqual(known.AsSpan()))
            {
                return known;
            }
        }

        return Add(name.ToString(), place);
    }

    private string Add(string name, int place)
    {
        lock (_names)
        {
            while (_names[place & (Places - 1)] is not null)
            {
                place++;
            }

            // Other names than the spec's may come in any number and length.
            if (_count < Places / 2 && name.Length <= LongestKept)
            {
                _count++;
                Volatile.Write(ref _names[place & (Places - 1)], name);
            }
        }

        return name;
    }
}
