namespace Fapi.Leverage;

/// <summary>A file of JSON lines that tells before and after each change what is being done, and is on disk by
/// then.</summary>
public sealed class LeverageJournal : IDisposable
{
    private LeverageJournal()
    {
    }

    /// <summary>Opens a journal, or begins one where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="account">A name of the account, never a key; a journal of another account is refused.</param>
    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or is that of another account.</exception>
    public static LeverageJournal Open(string path, string account = "") => throw new NotImplementedException();

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
    }
}
