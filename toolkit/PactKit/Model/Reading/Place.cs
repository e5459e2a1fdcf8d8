using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Where in the file the reader is, for warnings and errors.</summary>
internal sealed class Place
{
    public static readonly Place Root = new(null, null, -1);

    private readonly Place? _parent;
    private readonly string? _name;
    private readonly int _index;

    private Place(Place? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    public Place Field(string name) => new(this, name, -1);

    public Place Item(int index) => new(this, null, index);

    public override string ToString() =>
        _parent is null ? PathText.Root
        : _name is null ? PathText.AppendIndex(_parent.ToString(), _index)
        : PathText.AppendField(_parent.ToString(), _name);

    /// <summary>Where the value at this place begins in the JSON text, or null where there is none.</summary>
    public long? OffsetIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        return reader.Read() && MoveTo(ref reader) ? reader.TokenStartIndex : null;
    }

    private bool MoveTo(ref Utf8JsonReader reader)
    {
        if (_parent is null) return true;
        if (!_parent.MoveTo(ref reader)) return false;
        if (reader.TokenType != (_name is null ? JsonTokenType.StartArray : JsonTokenType.StartObject)) return false;
        for (var index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); index++)
        {
            var found = _name is null ? index == _index : reader.ValueTextEquals(_name);
            if (_name is not null) reader.Read();
            if (found) return true;
            reader.Skip();
        }

        return false;
    }
}
