namespace Fapi.SpecCheck.Tests.Fixtures;

/// <summary>
/// Saved copies of documentation pages: an extra that runs where FAPI_SAVED_PAGES names their folder.
/// </summary>
internal static class SavedPages
{
    /// <summary>The row that every theory over pages has, also where no saved page is at hand.</summary>
    public const string Written = "a page that the tests write";

    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("FAPI_SAVED_PAGES") is { Length: > 0 } folder
        ? Path.Combine(Repository.Root, folder)
        : null;

    /// <summary>The written page, and the saved ones where there are any.</summary>
    public static TheoryData<string> Rows(IEnumerable<string> saved) => [Written, .. Folder is null ? [] : saved];
}
