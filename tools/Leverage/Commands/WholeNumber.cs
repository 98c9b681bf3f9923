using System.CommandLine.Parsing;
using System.Numerics;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Reads a number from the command line, and words what is wrong with it.</summary>
internal static class WholeNumber
{
    internal static T Read<T>(ArgumentResult result) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        Read(result, T.MinValue, T.MaxValue);

    internal static T Read<T>(ArgumentResult result, T minimum, T maximum)
        where T : struct, IBinaryInteger<T>
    {
        var text = result.Tokens.Single().Value;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        var range = BigInteger.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $" from {minimum} to {maximum}"
            : "";
        result.AddError($"{result.Argument.Name} is '{text}'; it has to be a whole number{range}.");
        return default;
    }
}
