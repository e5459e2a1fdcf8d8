using System.Buffers;
using System.Globalization;
using System.Text;
using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Verifier;

/// <summary>Joins the provider's base address with a request's path, which is sent as the pact spells it.</summary>
internal static class ProviderUri
{
    // Without canonicalization "%41" stays "%41" and "a/../b" stays what it is: the pact's path is what the consumer sends.
    private static readonly UriCreationOptions AsSpelled = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Of(Uri baseUri, Request request)
    {
        var path = request.Path.StartsWith('/') ? request.Path : "/" + request.Path;
        var query = RequestTarget.WriteQuery(request.Query);

        // Files written by hand hold a query in the path at times, and every verifier sends it as one.
        if (query.Length > 0 && path.Contains('?', StringComparison.Ordinal)) query = "&" + query[1..];
        var target = baseUri.AbsolutePath.TrimEnd('/') + Encode(path) + query;
        var text = baseUri.GetLeftPart(UriPartial.Authority) + target;

        // A test server takes the address apart, which an address kept as spelled does not allow: only where it makes a difference.
        var ordinary = new Uri(text);
        return ordinary.PathAndQuery == target ? ordinary : new Uri(text, AsSpelled);
    }

    private static readonly SearchValues<char> Reserved = SearchValues.Create("#\"<>\\`{}");

    // A request line cannot hold blanks, controls or anything beyond ASCII, and servers refuse some marks; what is a valid target stays as it is.
    private static string Encode(string path)
    {
        if (!path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.AsSpan().ContainsAny(Reserved)) return path;
        var encoded = new StringBuilder(path.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            if (octet is > (byte)' ' and < 127 && !Reserved.Contains((char)octet)) encoded.Append((char)octet);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return encoded.ToString();
    }
}
