namespace Fapi.SpecCheck.Facts;

/// <summary>Something that the caller has to correct, said in a sentence; ends in exit code 2.</summary>
internal sealed class WrongInputException(string message) : Exception(message);
