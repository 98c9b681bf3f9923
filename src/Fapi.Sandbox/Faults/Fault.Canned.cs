using System.Text;

namespace Fapi.Sandbox;

/// <content>Answers that are given word for word. The request is not processed unless <see cref="AfterProcessing"/> says so.</content>
public sealed partial class Fault
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    /// <summary>Answers with exactly this, whatever it is; it is not checked against the contract.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="body">Body, sent as UTF-8; empty for none.</param>
    /// <param name="headers">
    /// The headers. Without a <c>Content-Type</c> among them it is <c>application/json</c>; with an empty one there is
    /// none. What the exchange would add, such as the used weight, is sent only when it is among them.
    /// </param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such status can be answered.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent, or the status allows no body.</exception>
    public static Fault Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Answer(status, Encoding.UTF8.GetBytes(body), headers);
    }

    /// <summary>Answers with exactly this, whatever it is; it is not checked against the contract.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="body">Body as it is sent; empty for none.</param>
    /// <param name="headers">The headers, as in <see cref="Answer(int, string, ValueTuple{string, string}[])"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such status can be answered.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent, or the status allows no body.</exception>
    public static Fault Answer(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(headers);
        if (Checked(status) is 204 or 205 or 304 && body.Length > 0)
        {
            throw new ArgumentException(Text($"An answer with status {status} has no body."), nameof(body));
        }

        foreach (var (name, value) in headers)
        {
            RequireSendable(name, value);
        }

        var type = headers.FirstOrDefault(header => IsContentType(header.Name));
        var contentType = type.Name is null ? "application/json" : type.Value.Length == 0 ? null : type.Value;
        return new Fault(Text($"answer {status}"))
        {
            BreaksContract = true,
            Replace = AnswerWith(new ExchangeAnswer(status, contentType, [.. body])
            {
                IsComplete = true,
                Headers = [.. headers.Where(header => !IsContentType(header.Name)).Select(header => KeyValuePair.Create(header.Name, header.Value))],
            }),
        };
    }

    private static bool IsContentType(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static void RequireSendable(string name, string value)
    {
        if (name is not { Length: > 0 } || !name.All(c => char.IsAsciiLetterOrDigit(c) || TokenCharacters.Contains(c, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"'{name}' is not the name of a header.", nameof(name));
        }

        if (value is null || !value.All(c => c is '\t' or (>= ' ' and <= '~')))
        {
            throw new ArgumentException($"The value of the header {name} has to be printable ASCII.", nameof(value));
        }

        if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{name} follows from the body; an answer that is cut off is {nameof(EndWithinBody)}.", nameof(name));
        }
    }
}
