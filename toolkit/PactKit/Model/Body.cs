namespace PactKit.Model;

/// <summary>The four states of a body; an expectation treats each differently.</summary>
public enum BodyState
{
    /// <summary>Nothing is said about the body: anything goes.</summary>
    Missing,

    /// <summary>There must be no bytes.</summary>
    Empty,

    /// <summary>The file says <c>null</c>: there must be no bytes, or the JSON document null.</summary>
    Null,

    /// <summary>There are bytes to compare.</summary>
    Present,
}

/// <summary>How a V4 file says its body should be treated where the content type does not tell.</summary>
public enum ContentTypeHint
{
    /// <summary>The content type decides, else the bytes.</summary>
    Default,

    /// <summary>Text: a V4 file holds it as it is.</summary>
    Text,

    /// <summary>Bytes: a V4 file holds them as base64.</summary>
    Binary,
}

/// <summary>A body: its state, its bytes and what they are.</summary>
public sealed record Body
{
    /// <summary>Nothing is said about the body.</summary>
    public static readonly Body Missing = new() { State = BodyState.Missing };

    /// <summary>No bytes.</summary>
    public static readonly Body Empty = new() { State = BodyState.Empty };

    /// <summary><c>null</c> in the file.</summary>
    public static readonly Body Null = new() { State = BodyState.Null };

    private Body() { }

    /// <summary>Which of the four it is.</summary>
    public BodyState State { get; private init; }

    /// <summary>The decoded bytes; empty unless the state is <see cref="BodyState.Present"/>.</summary>
    public ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>The type stored with the body, or null: then the Content-Type header decides, else the bytes are sniffed.</summary>
    public ContentType? ContentType { get; init; }

    /// <summary>V4: the file's <c>contentTypeHint</c>.</summary>
    public ContentTypeHint Hint { get; init; }

    /// <summary>Who knows this kind of body, where the engine does not.</summary>
    internal BodyKind? Kind { get; init; }

    /// <summary>A body of these bytes. No bytes make an empty body.</summary>
    public static Body Of(ReadOnlyMemory<byte> content, ContentType? contentType = null, ContentTypeHint hint = ContentTypeHint.Default) =>
        new()
        {
            State = content.IsEmpty ? BodyState.Empty : BodyState.Present,
            Content = content,
            ContentType = contentType,
            Hint = hint,
        };
}
