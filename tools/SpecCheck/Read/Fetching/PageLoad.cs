namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Content of one page that was asked for, or the reason why there is none.</summary>
/// <param name="Source">File path or address as it was asked for.</param>
internal sealed record PageLoad(string Source, PageContent? Content, LoadFailure? Failure)
{
    public static PageLoad Loaded(PageContent content, string source) => new(source, content, null);

    public static PageLoad Failed(string source, FailureKind kind, string message) =>
        new(source, null, new LoadFailure(kind, message));
}

/// <param name="Message">One sentence: what was wrong, with which value, what to do.</param>
internal sealed record LoadFailure(FailureKind Kind, string Message);

internal enum FailureKind
{
    /// <summary>The argument can't name a page: no such file, plain http, not an address.</summary>
    WrongInput,

    /// <summary>The host responded, but not with a page that can be checked.</summary>
    CouldNotCheck,

    /// <summary>Nothing came in time.</summary>
    Network,
}
