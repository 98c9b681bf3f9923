namespace Fapi.Sdk.Requests;

/// <summary>Compares what a response repeats of its request with what was sent.</summary>
/// <param name="Target">The request.</param>
/// <param name="Difference">The first difference, in words; null without one.</param>
internal readonly record struct Echo(RequestTarget Target, string? Difference = null)
{
    internal Echo Check(string parameter, string? value) =>
        Difference is not null || value is null || Target.Has(parameter, value) is not false ? this
        : this with { Difference = $"{parameter} is '{value}' and '{Target.Find(parameter)}' was asked for" };

    internal Echo Check(string parameter, long? value) =>
        Difference is not null || value is null || Target.Has(parameter, value.Value) is not false ? this
        : Check(parameter, value.Value.ToString(CultureInfo.InvariantCulture));

    internal Echo Check(string parameter, bool? value) =>
        Check(parameter, value is null ? null : value.Value ? "true" : "false");
}
