using System.CommandLine.Parsing;
using System.Numerics;

namespace Fapi.Leverage.Tool.Commands;

/// <summary>Reads a number from the command line, and words what is wrong with it.</summary>
internal static class WholeNumber
{
    /// <summary>Creates an option with a number within bounds; null when it is not given.</summary>
    internal static Option<T?> Create<T>(string name, string description, T minimum, T maximum)
        where T : struct, IBinaryInteger<T> =>
        new(name) { Description = description, CustomParser = result => Read(result, minimum, maximum) };

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
