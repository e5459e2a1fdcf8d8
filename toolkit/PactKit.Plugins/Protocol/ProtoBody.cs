using Google.Protobuf;
using PactKit.Model;
using Hint = PactKit.Plugins.Protocol.Body.Types.ContentTypeHint;

namespace PactKit.Plugins.Protocol;

/// <summary>Bodies between the engine's model and the protocol.</summary>
internal static class ProtoBody
{
    /// <param name="body">The body.</param>
    /// <param name="type">Its content type, wherever that was found.</param>
    public static Body From(Model.Body body, ContentType? type)
    {
        var proto = new Body { ContentType = type?.ToString() ?? "", ContentTypeHint = (Hint)(int)body.Hint };
        if (body.State == BodyState.Present) proto.Content = ByteString.CopyFrom(body.Content.Span);
        if (body.State == BodyState.Empty) proto.Content = ByteString.Empty;
        return proto;
    }

    public static Model.Body To(Body? proto)
    {
        if (proto?.Content is null) return Model.Body.Missing;
        var type = ContentType.TryParse(proto.ContentType, out var parsed) ? parsed : null;
        return Model.Body.Of(proto.Content.ToByteArray(), type, (ContentTypeHint)(int)proto.ContentTypeHint);
    }
}
