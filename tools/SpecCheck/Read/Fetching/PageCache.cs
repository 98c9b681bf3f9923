using System.Security.Cryptography;
using System.Text.Json;

namespace Fapi.SpecCheck.Read.Fetching;

/// <param name="Address">Address that the page came from.</param>
internal sealed record CachedPage(string Address, string? ContentType, byte[] Body, string? ETag, string? LastModified);

/// <summary>Keeps pages in a folder, so that a page that has not changed is not sent again.</summary>
internal sealed class PageCache(string folder)
{
    public CachedPage? Find(Uri address)
    {
        try
        {
            return JsonSerializer.Deserialize<CachedPage>(File.ReadAllBytes(PathOf(address.AbsoluteUri)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a page that can be asked for conditionally.</summary>
    public void Store(CachedPage page)
    {
        if (page.ETag is null && page.LastModified is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(PathOf(page.Address), JsonSerializer.SerializeToUtf8Bytes(page));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a copy the page is fetched as a whole next time.
        }
    }

    private string PathOf(string address) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address))) + ".json");
}
