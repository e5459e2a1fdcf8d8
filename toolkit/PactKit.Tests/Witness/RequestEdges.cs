using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>Requests that ordinary clients seldom send.</summary>
internal static class RequestEdges
{
    public static readonly IReadOnlyList<RequestEdge> All =
    [
        // The target
        Get(200, "a plain path", "/x", "/x"),
        Get(200, "a path with raw UTF-8", "/grün", "/gr" + Utf8("ü") + "n"),
        Get(500, "a path with raw UTF-8 where it is expected escaped", "/gr%C3%BCn", "/gr" + Utf8("ü") + "n"),
        Get(500, "an escaped path where it is expected raw", "/grün", "/gr%C3%BCn"),
        Get(400, "a raw Latin-1 path", "/grün", "/gr\u00fcn"),
        Get(500, "an escape where none is needed", "/A", "/%41"),
        Get(500, "escapes in small letters", "/%C3%BC", "/%c3%bc"),
        Get(200, "an escaped slash as expected", "/a%2Fb", "/a%2Fb"),
        Get(500, "an escaped slash where a slash is expected", "/a/b", "/a%2Fb"),
        Get(200, "two slashes", "/a//b", "/a//b"),
        Get(500, "two slashes where one is expected", "/a/b", "/a//b"),
        Get(200, "two slashes at the start", "//a", "//a"),
        Get(200, "dots as expected", "/a/../b", "/a/../b"),
        Get(500, "dots that lead to the expected path", "/b", "/a/../b"),
        Get(200, "one dot", "/a/./b", "/a/./b"),
        Get(500, "a question mark in the expected path", "/a?b", "/a?b"),
        Get(200, "an escaped question mark as expected", "/a%3Fb", "/a%3Fb"),
        Get(500, "a raw hash", "/a#b", "/a#b"),
        Get(200, "an escaped hash", "/a%23b", "/a%23b"),
        Get(200, "a fragment beside the expected path", "/a", "/a#b"),
        Get(500, "a blank in the expected path", "/a b", "/a%20b"),
        Get(200, "a plus in the path", "/a+b", "/a+b"),
        Get(200, "a semicolon in the path", "/a;v=1", "/a;v=1"),
        Get(200, "marks in the path", "/a!$&'()*,:@=~", "/a!$&'()*,:@=~"),
        Get(200, "a quote in the path", "/a\\\"b", "/a\"b"),
        Get(200, "a bracket in the path", "/a[b]", "/a[b]"),
        Get(200, "braces in the path", "/a{b}", "/a{b}"),
        Get(200, "a pipe in the path", "/a|b", "/a|b"),
        Get(200, "a caret in the path", "/a^b", "/a^b"),
        Get(200, "a backslash in the path", "/a\\\\b", "/a\\b"),
        Get(200, "a bad escape in the path", "/a%zz", "/a%zz"),
        Get(500, "a trailing slash", "/a", "/a/"),
        Get(200, "an absolute target", "/a", "http://example.org/a"),
        Get(200, "an absolute target with a query", "/a", "http://example.org/a?x=1", ""","query":{"x":["1"]}"""),
        Get(200, "an absolute target without a path", "/", "http://example.org"),
        Get(200, "an absolute target of another scheme", "/a", "https://example.org:8443/a"),
        Raw(200, "an asterisk", """{"method":"OPTIONS","path":"*"}""", "OPTIONS * HTTP/1.1\r\nHost: h\r\n"),
        Raw(400, "a blank in the target", """{"method":"GET","path":"/a b"}""", "GET /a b HTTP/1.1\r\nHost: h\r\n"),
        Raw(400, "a tab in the target", """{"method":"GET","path":"/a\tb"}""", "GET /a\tb HTTP/1.1\r\nHost: h\r\n"),
        Get(200, "a long target", "/" + new string('a', 9000), "/" + new string('a', 9000)),

        Raw(400, "a query in front of the path", """{"method":"GET","path":"/","query":{"a":["1"]}}""", "GET ?a=1 HTTP/1.1\r\nHost: h\r\n"),
        Raw(400, "a path without a slash", """{"method":"GET","path":"a"}""", "GET a HTTP/1.1\r\nHost: h\r\n"),
        Raw(500, "CONNECT", """{"method":"CONNECT","path":"/x"}""", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n"),

        // The query
        Query(200, "no query where none is expected", """{}""", ""),
        Query(200, "a bare question mark", """{}""", "?"),
        Query(200, "two question marks", """{"?a":["1"]}""", "??a=1"),
        Query(200, "an ampersand alone", """{}""", "?&"),
        Query(200, "empty pieces", """{"a":["1"],"b":["2"]}""", "?&a=1&&b=2&"),
        Query(200, "a name without a value", """{"a":[null]}""", "?a"),
        Query(200, "a name without a value where an empty one is expected", """{"a":[""]}""", "?a"),
        Query(200, "an empty value where none is expected", """{"a":[null]}""", "?a="),
        Query(200, "no name", """{"":["1"]}""", "?=1"),
        Query(200, "two equal signs", """{"a":["=1"]}""", "?a==1"),
        Query(200, "an encoded name", """{"a b":["1"]}""", "?a%20b=1"),
        Query(200, "a plus in a name", """{"a b":["1"]}""", "?a+b=1"),
        Query(200, "an encoded ampersand", """{"a&b":["1&2"]}""", "?a%26b=1%262"),
        Query(200, "an encoded equal sign", """{"a=b":["1"]}""", "?a%3Db=1"),
        Query(200, "UTF-8 escapes", """{"ü":["ä"]}""", "?%C3%BC=%C3%A4"),
        Query(500, "Latin-1 escapes", """{"a":["ä"]}""", "?a=%E4"),
        Query(200, "raw UTF-8", """{"a":["ä"]}""", "?a=" + Utf8("ä")),
        Query(400, "raw Latin-1", """{"a":["ä"]}""", "?a=\u00e4"),
        Query(200, "a bad escape", """{"a":["%zz"]}""", "?a=%zz"),
        Query(200, "an escape cut short", """{"a":["%4"]}""", "?a=%4"),
        Query(200, "a percent alone", """{"a":["%"]}""", "?a=%"),
        Query(200, "a plus in a value", """{"a":["1 2"]}""", "?a=1+2"),
        Query(200, "an encoded plus", """{"a":["1+2"]}""", "?a=1%2B2"),
        Query(200, "a slash and a question mark in a value", """{"a":["/x?y"]}""", "?a=/x?y"),
        Query(500, "a hash in a value", """{"a":["1#2"]}""", "?a=1#2"),
        Query(200, "a semicolon", """{"a":["1;b=2"]}""", "?a=1;b=2"),
        Query(200, "repeated in order", """{"a":["1","2"]}""", "?a=1&a=2"),
        Query(500, "repeated in another order", """{"a":["1","2"]}""", "?a=2&a=1"),
        Query(200, "repeated around another", """{"a":["1","2"],"b":["3"]}""", "?a=1&b=3&a=2"),
        Query(500, "once too often", """{"a":["1"]}""", "?a=1&a=1"),
        Query(200, "brackets", """{"a[]":["1","2"]}""", "?a[]=1&a[]=2"),
        Query(200, "encoded brackets", """{"a[]":["1"]}""", "?a%5B%5D=1"),
        Query(500, "another case", """{"A":["1"]}""", "?a=1"),
        Query(500, "a comma is no separator", """{"a":["1","2"]}""", "?a=1,2"),

        // Headers
        Header(200, "a value", """{"X-A":"v"}""", "X-A: v"),
        Header(200, "no blank after the colon", """{"X-A":"v"}""", "X-A:v"),
        Header(200, "blanks around a value", """{"X-A":"v"}""", "X-A: \t v \t"),
        Header(200, "blanks within a value", """{"X-A":"a  b"}""", "X-A: a  b"),
        Header(200, "an empty value", """{"X-A":""}""", "X-A:"),
        Header(500, "an empty value where one is expected", """{"X-A":"v"}""", "X-A:"),
        Header(200, "another case of the name", """{"X-A":"v"}""", "x-a: v"),
        Header(200, "a value in UTF-8", """{"X-A":"grün"}""", "X-A: gr" + Utf8("ü") + "n"),
        Header(200, "a value in Latin-1", """{"X-A":"grün"}""", "X-A: gr\u00fcn"),
        Header(200, "a value with an emoji", """{"X-A":"😀"}""", "X-A: " + Utf8("😀")),
        Header(200, "two lines", """{"X-A":["1","2"]}""", "X-A: 1\r\nX-A: 2"),
        Header(500, "two lines in another order", """{"X-A":["1","2"]}""", "X-A: 2\r\nX-A: 1"),
        Header(200, "two lines apart", """{"X-A":["1","2"]}""", "X-A: 1\r\nX-B: 3\r\nX-A: 2"),
        Header(200, "one line where two values are expected", """{"X-A":["1","2"]}""", "X-A: 1, 2"),
        Header(500, "two lines where one is expected", """{"X-A":"1, 2"}""", "X-A: 1\r\nX-A: 2"),
        Header(200, "a list on one line", """{"Accept":["a/b","c/d"]}""", "Accept: a/b, c/d"),
        Header(200, "a list on two lines", """{"Accept":"a/b, c/d"}""", "Accept: a/b\r\nAccept: c/d"),
        Header(500, "a list with empty members", """{"Accept":["a/b","c/d"]}""", "Accept: a/b,, c/d"),
        Header(400, "a folded value", """{"X-A":"a b"}""", "X-A: a\r\n b"),
        Header(400, "a blank before the colon", """{"X-A":"v"}""", "X-A : v"),
        Header(400, "a line without a colon", """{"X-A":"v"}""", "X-A: v\r\nnothing"),
        Header(200, "a control in a value", """{"X-A":"a\u0001b"}""", "X-A: a\u0001b"),
        Header(200, "an underscore in a name", """{"X_A":"v"}""", "X_A: v"),
        Header(200, "a cookie", """{"Cookie":"a=1; b=2"}""", "Cookie: a=1; b=2"),
        Header(500, "two cookie lines", """{"Cookie":"a=1; b=2"}""", "Cookie: a=1\r\nCookie: b=2"),
        Header(200, "a long value", """{"X-A":"@"}""".Replace("@", new string('v', 7000), StringComparison.Ordinal), "X-A: " + new string('v', 7000)),
        Header(200, "a hundred headers", """{"X-99":"v"}""", string.Join("\r\n", Enumerable.Range(10, 90).Select(i => $"X-{i}: v"))),
        Header(200, "three hundred kilobytes", """{"X-A":"@"}""".Replace("@", new string('v', 300_000), StringComparison.Ordinal), "X-A: " + new string('v', 300_000)),
        Header(200, "a thousand headers", """{"X-999":"v"}""", string.Join("\r\n", Enumerable.Range(100, 900).Select(i => $"X-{i}: v"))),
        Header(431, "a megabyte", """{"X-A":"@"}""".Replace("@", new string('v', 1_000_000), StringComparison.Ordinal), "X-A: " + new string('v', 1_000_000)),

        // Bodies
        Body(200, "a body of a length", "abc", "Content-Length: 3\r\n", "abc"),
        Body(200, "a chunked body", "abcde", "Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
        Body(200, "a chunked body with trailers", "abc", "Transfer-Encoding: chunked\r\nTrailer: X-T\r\n", "3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n"),
        Body(200, "a chunked body with extensions", "abc", "Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n0\r\n\r\n"),
        Body(400, "a chunk whose size is no number", "abc", "Transfer-Encoding: chunked\r\n", "z\r\nabc\r\n0\r\n\r\n"),
        Body(200, "an empty chunked body", "", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        Body(200, "a body of length 0", "", "Content-Length: 0\r\n", ""),
        Body(500, "no length and no body where one is expected", "abc", "", ""),
        Body(400, "a length that is no number", "abc", "Content-Length: x\r\n", "abc"),
        Body(400, "a negative length", "abc", "Content-Length: -3\r\n", "abc"),
        Body(200, "the same length twice", "abc", "Content-Length: 3\r\nContent-Length: 3\r\n", "abc"),
        Body(400, "two lengths", "abc", "Content-Length: 3\r\nContent-Length: 4\r\n", "abc"),
        Body(501, "an unknown transfer coding", "abc", "Transfer-Encoding: gzip\r\n", "abc"),
        Body(200, "a length and chunks", "abc", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"),
        Raw(200, "a GET with a body", """{"method":"GET","path":"/x","headers":{"Content-Type":"text/plain"},"body":"abc"}""", "GET /x HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc"),
        Raw(200, "a body where none is spoken of", """{"method":"POST","path":"/x"}""", "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"),

        // The rest of the head
        Raw(200, "a method in small letters", """{"method":"GET","path":"/x"}""", "get /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(200, "a method of one's own", """{"method":"PURGE","path":"/x"}""", "PURGE /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(200, "a method with a dash", """{"method":"M-SEARCH","path":"/x"}""", "M-SEARCH /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(200, "a HEAD request", """{"method":"HEAD","path":"/x"}""", "HEAD /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(500, "a HEAD request where GET is expected", """{"method":"GET","path":"/x"}""", "HEAD /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(200, "an OPTIONS request that is expected", """{"method":"OPTIONS","path":"/x"}""", "OPTIONS /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(500, "an OPTIONS request that is not", """{"method":"GET","path":"/x"}""", "OPTIONS /x HTTP/1.1\r\nHost: h\r\nOrigin: http://o\r\nAccess-Control-Request-Method: GET\r\n"),
        Raw(200, "HTTP/1.0 without a host", """{"method":"GET","path":"/x"}""", "GET /x HTTP/1.0\r\n"),
        Raw(200, "HTTP/1.1 without a host", """{"method":"GET","path":"/x"}""", "GET /x HTTP/1.1\r\n"),
        Raw(200, "two hosts", """{"method":"GET","path":"/x"}""", "GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n"),
        Raw(505, "HTTP/3.0", """{"method":"GET","path":"/x"}""", "GET /x HTTP/3.0\r\nHost: h\r\n"),
        Raw(400, "no version", """{"method":"GET","path":"/x"}""", "GET /x\r\nHost: h\r\n"),
        Raw(200, "blank lines first", """{"method":"GET","path":"/x"}""", "\r\n\r\nGET /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(200, "lines that end in \\n", """{"method":"GET","path":"/x"}""", "GET /x HTTP/1.1\nHost: h\nConnection: close\n\n"),
        Raw(400, "a blank too many", """{"method":"GET","path":"/x"}""", "GET  /x HTTP/1.1\r\nHost: h\r\n"),
        Raw(400, "no request at all", """{"method":"GET","path":"/x"}""", "hello\r\n"),
        Raw(200, "an Expect that nobody knows", """{"method":"GET","path":"/x"}""", "GET /x HTTP/1.1\r\nHost: h\r\nExpect: wonders\r\n"),
    ];

    private static RequestEdge Get(int status, string name, string path, string target, string more = "") =>
        Raw(status, name, $$"""{"method":"GET","path":"{{path}}"{{more}}}""", $"GET {target} HTTP/1.1\r\nHost: h\r\n");

    private static RequestEdge Query(int status, string name, string query, string target) =>
        Raw(status, "query: " + name, $$"""{"method":"GET","path":"/x","query":{{query}}}""", $"GET /x{target} HTTP/1.1\r\nHost: h\r\n");

    private static RequestEdge Header(int status, string name, string headers, string lines) =>
        Raw(status, "header: " + name, $$"""{"method":"GET","path":"/x","headers":{{headers}}}""", $"GET /x HTTP/1.1\r\nHost: h\r\n{lines}\r\n");

    private static RequestEdge Body(int status, string name, string body, string lines, string sent) =>
        Raw(status, name, $$"""{"method":"POST","path":"/x","headers":{"Content-Type":"text/plain"},"body":"{{body}}"}""", $"POST /x HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\n{lines}Connection: close\r\n\r\n{sent}");

    private static RequestEdge Raw(int status, string name, string expected, string raw)
    {
        var ended = raw.Contains("\r\n\r\n", StringComparison.Ordinal) && !raw.StartsWith("\r\n", StringComparison.Ordinal) || raw.Contains("\n\n", StringComparison.Ordinal);
        return new RequestEdge(name, expected, ended ? raw : raw + "Connection: close\r\n\r\n", status);
    }

    private static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
