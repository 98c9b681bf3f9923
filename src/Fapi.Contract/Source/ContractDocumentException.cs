namespace Fapi.Contract;

/// <summary>A document cannot be used as a contract; the message names the place and the reason.</summary>
public sealed class ContractDocumentException : Exception
{
    internal ContractDocumentException(
        string document, int? line, string? pointer, string reason, Exception? inner = null, int? column = null)
        : base($"{Place(document, line, pointer)}: {reason}", inner)
    {
        Document = document;
        Line = line;
        Column = column;
        Location = pointer;
        Reason = reason;
    }

    /// <summary>Name of the document, usually its file.</summary>
    public string Document { get; }

    /// <summary>Line, counted from 1, where it is known.</summary>
    public int? Line { get; }

    /// <summary>Column, counted from 1, where it is known.</summary>
    public int? Column { get; }

    /// <summary>JSON pointer (RFC 6901) of the place, where it is known.</summary>
    public string? Location { get; }

    /// <summary>The fault, in a sentence.</summary>
    public string Reason { get; }

    private static string Place(string document, int? line, string? pointer)
    {
        var place = line is null ? document : $"{document}, line {line}";
        return string.IsNullOrEmpty(pointer) ? place : $"{place}, {pointer}";
    }
}
