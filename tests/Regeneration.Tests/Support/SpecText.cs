namespace Regeneration.Tests.Support;

/// <summary>Changes of a spec as a maintainer makes them, in its text.</summary>
internal static class SpecText
{
    /// <summary>Replaces what has to be there exactly once, so that a test whose place has gone fails instead of
    /// testing nothing.</summary>
    internal static string With(this string spec, string old, string replacement)
    {
        Assert.Equal(2, spec.Split(old).Length);
        return spec.Replace(old, replacement, StringComparison.Ordinal);
    }

    internal static string WithBefore(this string spec, string place, string addition) =>
        spec.With(place, addition + place);

    internal static string WithAfter(this string spec, string place, string addition) =>
        spec.With(place, place + addition);

    /// <summary>Takes out the lines from the one that holds <paramref name="first"/> up to the one that holds
    /// <paramref name="next"/>.</summary>
    internal static string Without(this string spec, string first, string next)
    {
        var from = spec.IndexOf(first, StringComparison.Ordinal);
        var to = spec.IndexOf(next, StringComparison.Ordinal);
        Assert.InRange(from, 0, to);
        return spec.Remove(from, to - from);
    }

    internal static string Change(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Changes", name));
}
