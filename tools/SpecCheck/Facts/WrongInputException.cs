namespace Fapi.SpecCheck.Facts;

/// <summary>
/// Something that the caller has to correct; the message is a sentence for them. Ends in exit code 2.
/// </summary>
internal sealed class WrongInputException(string message) : Exception(message);
