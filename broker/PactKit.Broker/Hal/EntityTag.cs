using System.Text;

namespace PactKit.Broker.Hal;

/// <summary>Lets a client that has a document already keep it: the tag follows from what the document is made of, before it is read.</summary>
internal static class EntityTag
{
    /// <summary>Puts the tag on the answer; true when the client has this document.</summary>
    /// <param name="parts">Everything the document depends on, besides the base of its links and the media type.</param>
    public static bool IsKnown(BrokerRequest request, string parts)
    {
        var tag = $"\"{Pacts.CanonicalJson.Sha1(Encoding.UTF8.GetBytes($"{BrokerHeaders.Version}\n{request.Urls.Base}\n{request.Accept}\n{parts}"))}\"";
        request.Http.Response.Headers.ETag = tag;
        var known = request.Http.Request.Headers.IfNoneMatch.ToString();
        return known == "*" || known.Contains(tag, StringComparison.Ordinal);
    }
}
