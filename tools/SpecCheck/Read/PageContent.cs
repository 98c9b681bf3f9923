namespace Fapi.SpecCheck.Read;

/// <summary>A page as it was found, before anything is known of it.</summary>
/// <param name="Source">File path or address that the content came from, after redirects.</param>
/// <param name="Bytes">The content, within the size limit.</param>
/// <param name="AskedFor">Address that was asked for; null for a file.</param>
internal sealed record PageContent(string Source, ReadOnlyMemory<byte> Bytes, Uri? AskedFor);

/// <summary>Content of one page that was asked for, or the reason why there is none.</summary>
internal sealed record PageLoad(PageContent? Content, Failure? Failure = null)
{
    public static PageLoad Failed(string source, Outcome outcome, string message) =>
        new(null, new Failure(outcome, source, null, [message]));
}

/// <summary>Ends the loading or reading of a page; the message is a sentence.</summary>
internal sealed class PageException(string message, Outcome outcome = Outcome.CouldNotCheck) : Exception(message)
{
    public Outcome Outcome => outcome;
}
