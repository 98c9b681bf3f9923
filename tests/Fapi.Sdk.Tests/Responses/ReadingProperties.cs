using CsCheck;
using Newtonsoft.Json;

namespace Fapi.Sdk.Tests.Responses;

/// <summary>Whatever a response is, the SDK reads of it what JsonConvert would, or neither reads it.</summary>
public sealed class ReadingProperties
{
    [Fact]
    public void Any_response_is_read_as_by_JsonConvert_or_by_neither()
    {
        var (read, unreadable) = (0, 0);

        Gen.Int[0, int.MaxValue - 1].Sample(
            seed =>
            {
                var type = ReadType.All[seed % ReadType.All.Count];
                if (Compare(new RandomResponse(seed).Of(type), type))
                {
                    Interlocked.Increment(ref read);
                }
                else
                {
                    Interlocked.Increment(ref unreadable);
                }
            },
            iter: 5_000);

        TestContext.Current.TestOutputHelper?.WriteLine($"{read} read, {unreadable} not");
        Assert.InRange(read, 1_000, 4_000);
    }

    [Fact]
    public void Response_that_is_cut_anywhere_is_unreadable()
    {
        foreach (var type in ReadType.All)
        {
            var body = Enumerable.Range(1, 1_000).Select(seed => new RandomResponse(seed).Of(type)).First(
                body => body.Length is > 20 and < 2_000 && body[^1] is (byte)'}' or (byte)']' && Compare(body, type));

            Assert.All(Enumerable.Range(0, body.Length), length => Assert.False(Compare(body[..length], type)));
        }
    }

    /// <returns>True when both read it, to the same values.</returns>
    private static bool Compare(byte[] body, ReadType type)
    {
        if (NewtonsoftReading.HasOtherCase(body))
        {
            return false;
        }

        var expected = NewtonsoftReading.Read(body, type);
        var actual = ReadOrNull(body, type) is { } value ? NewtonsoftReading.Show(value) : null;
        Assert.True(
            expected == actual,
            $"""
            {type} from {Encoding.UTF8.GetString(body)}
            JsonConvert: {expected ?? "unreadable"}
            SDK:         {actual ?? "unreadable"}
            """);
        return actual is not null;
    }

    private static object? ReadOrNull(byte[] body, ReadType type)
    {
        try
        {
            return type.Read(body);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
