namespace Fapi.SpecCheck.Read;

/// <summary>A page as it was found, before anything is known of it.</summary>
/// <param name="Source">File path or address that the content came from, after redirects.</param>
/// <param name="Bytes">The content, within the size limit.</param>
/// <param name="ContentType">Media type where the source names one.</param>
/// <param name="AskedFor">Address that was asked for; null for a file.</param>
internal sealed record PageContent(string Source, ReadOnlyMemory<byte> Bytes, string? ContentType, Uri? AskedFor);
