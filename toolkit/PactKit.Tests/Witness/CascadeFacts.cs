using System.Text;

namespace PactKit.Tests.Witness;

/// <summary>Facts about what a rule does below its own place, about dates, and about bodies that are not JSON.</summary>
internal static class CascadeFacts
{
    public static IEnumerable<ResponseFact> All => [.. Below(), .. Dates(), .. Regexes(), .. Bytes()];

    private static IEnumerable<ResponseFact> Below()
    {
        (string Name, string Rule)[] rules =
        [
            ("equality", """{"match":"equality"}"""), ("type", """{"match":"type"}"""), ("min 2", """{"match":"type","min":2}"""), ("max 1", """{"match":"type","max":1}"""),
            ("regex", """{"match":"regex","regex":"[a-z]+"}"""), ("include", """{"match":"include","value":"a"}"""), ("integer", """{"match":"integer"}"""), ("number", """{"match":"number"}"""),
            ("null", """{"match":"null"}"""), ("boolean", """{"match":"boolean"}"""), ("notEmpty", """{"match":"notEmpty"}"""), ("values", """{"match":"values"}"""),
            ("eachKey", """{"match":"eachKey","rules":[{"match":"regex","regex":"[a-z]+"}],"value":"a"}"""),
            ("eachValue type", """{"match":"eachValue","rules":[{"match":"type"}],"value":"a"}"""),
            ("eachValue regex", """{"match":"eachValue","rules":[{"match":"regex","regex":"[a-z]+"}],"value":"a"}"""),
        ];
        (string Name, string Expected, string Actual)[] documents =
        [
            ("a map of the same entries", """{"a":"x","b":"y"}""", """{"a":"x","b":"y"}"""),
            ("a map of other values", """{"a":"x","b":"y"}""", """{"a":"z","b":"a"}"""),
            ("a map with an empty value", """{"a":"x"}""", """{"a":""}"""),
            ("a map of other keys", """{"a":"x"}""", """{"c":"x"}"""),
            ("a map of keys in upper case", """{"a":"x"}""", """{"a":"x","B":"x"}"""),
            ("an empty map", """{"a":"x"}""", "{}"),
            ("a map of numbers", """{"a":1}""", """{"a":2}"""),
            ("a map of maps", """{"a":{"k":"x"}}""", """{"a":{"k":"z"}}"""),
            ("a map of maps with a key more", """{"a":{"k":"x"}}""", """{"a":{"k":"x","l":"y"}}"""),
            ("a map of lists", """{"a":["x"]}""", """{"a":["z","a"]}"""),
            ("a list of texts", """["x"]""", """["a","za"]"""),
            ("a list of fewer", """["x","a"]""", """["a"]"""),
            ("a list of numbers for texts", """["x"]""", "[1]"),
            ("a list of maps", """[{"k":"x"}]""", """[{"k":"a"},{"k":"za"}]"""),
            ("a list of lists", """[["x"]]""", """[["a","b"],["a"]]"""),
            ("an empty list", """["x"]""", "[]"),
            ("an expected empty list", "[]", """["x"]"""),
            ("an expected empty map", "{}", """{"a":"x"}"""),
        ];
        foreach (var rule in rules)
        foreach (var document in documents)
        {
            yield return new(
                $"{rule.Name} at $.v over {document.Name}",
                """{"status":200,"body":{"v":""" + document.Expected + """},"matchingRules":{"body":{"$.v":{"matchers":[""" + rule.Rule + "]}}}}",
                Encoding.UTF8.GetBytes("""{"v":""" + document.Actual + "}"),
                [("Content-Type", "application/json")]);
        }
    }

    private static IEnumerable<ResponseFact> Dates()
    {
        (string Format, string Value)[] pairs =
        [
            ("yyyy-MM-dd", "2024-2-3"), ("yyyy-MM-dd", "24-02-03"), ("yy-MM-dd", "24-02-03"), ("dd/MM/yyyy", "31/12/2024"), ("dd/MM/yyyy", "31/11/2024"),
            ("dd MMM yyyy", "03 Feb 2024"), ("dd MMM yyyy", "03 February 2024"), ("dd MMMM yyyy", "03 february 2024"), ("EEE, dd MMM yyyy", "Sat, 03 Feb 2024"), ("EEE, dd MMM yyyy", "Mon, 03 Feb 2024"),
            ("EEEE", "Monday"), ("yyyyMMdd", "20240203"), ("yyyy-DDD", "2024-032"), ("yyyy 'week' w", "2024 week 5"), ("yyyy-MM-dd G", "2024-02-03 AD"),
        ];
        foreach (var (format, value) in pairs) yield return Dated("date", format, value);
        (string Format, string Value)[] times =
        [
            ("HH:mm:ss", "23:59:60"), ("HH:mm:ss", "24:00:00"), ("HH:mm:ss", "1:2:3"), ("hh:mm a", "12:30 PM"), ("hh:mm a", "13:30 PM"), ("hh:mm a", "00:30 am"), ("kk:mm", "24:00"), ("KK:mm a", "00:10 AM"),
            ("HH:mm:ss.SSS", "10:00:00.123"), ("HH:mm:ss.SSS", "10:00:00.1"), ("HH:mm:ss.SSS", "10:00:00.1234"), ("HHmm", "0959"),
        ];
        foreach (var (format, value) in times) yield return Dated("time", format, value);
        (string Format, string Value)[] timestamps =
        [
            ("yyyy-MM-dd'T'HH:mm:ssX", "2024-01-01T10:00:00Z"), ("yyyy-MM-dd'T'HH:mm:ssX", "2024-01-01T10:00:00+02"), ("yyyy-MM-dd'T'HH:mm:ss", "2024-01-01T10:00:00+0200"), ("yyyy-MM-dd'T'HH:mm:ssX", "2024-01-01T10:00:00+02:00"),
            ("yyyy-MM-dd'T'HH:mm:ssX", "2024-01-01T10:00:00+0200"), ("yyyy-MM-dd'T'HH:mm:ssxxx", "2024-01-01T10:00:00Z"), ("yyyy-MM-dd'T'HH:mm:ssZ", "2024-01-01T10:00:00+0000"), ("yyyy-MM-dd'T'HH:mm:ssZ", "2024-01-01T10:00:00Z"),
            ("yyyy-MM-dd'T'HH:mm:ssZZZZZ", "2024-01-01T10:00:00+01:00"), ("yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-01-01T10:00:00Z"), ("yyyy-MM-ddTHH:mm:ss", "2024-01-01T10:00:00"), ("yyyy-MM-dd HH:mm z", "2024-01-01 10:00 UTC"),
            ("yyyy-MM-dd HH:mm VV", "2024-01-01 10:00 Europe/Paris"), ("EEE, d MMM yyyy HH:mm:ss Z", "Mon, 1 Jan 2024 10:00:00 +0100"), ("yyyy-MM-dd HH:mm:ss,SSS", "2024-01-01 10:00:00,5"), ("yyyy-MM-dd''HH", "2024-01-01'10"),
        ];
        foreach (var (format, value) in timestamps) yield return Dated("datetime", format, value);
        yield return Dated("date", null, "2024-02-03");
        yield return Dated("date", null, "2024/02/03");
        yield return Dated("time", null, "10:00:00");
        yield return Dated("time", null, "10:00");
        yield return Dated("datetime", null, "2024-02-03T10:00:00Z");
        yield return Dated("datetime", null, "2024-02-03T10:00:00");
    }

    private static IEnumerable<ResponseFact> Regexes()
    {
        (string Regex, string Value)[] pairs =
        [
            ("a|bc", "abc"), ("^a+$", "aaa"), ("a{2}", "aaa"), ("(?i)abc", "ABC"), ("\\w+", "é1_"), ("\\d+", "٣"), ("\\s", " "), ("\\bcat\\b", "cat"), ("(?<y>\\d{4})-\\k<y>", "2024-2024"), ("[^/]+", "a/b"), ("\\p{Lu}+", "ABC"),
            ("\\h+", "af09"), ("\\x41", "A"), ("\\u0041", "A"), (".*", ""), (".+", ""), ("(a+)+b", "aaaab"), ("\\Aabc\\z", "abc"), ("[[:digit:]]+", "42"), ("[a-z&&[^b]]+", "acd"), ("a*+a", "aaa"), ("(?=.*\\d).{3,}", "ab1"), ("\\$\\d+\\.\\d\\d", "$9.99"), ("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}", "ada@example.org"),
        ];
        foreach (var (regex, value) in pairs)
        {
            yield return new(
                $"regex {regex} against '{value}'",
                """{"status":200,"body":{"v":"x"},"matchingRules":{"body":{"$.v":{"matchers":[{"match":"regex","regex":""" + System.Text.Json.JsonSerializer.Serialize(regex) + "}]}}}}",
                Encoding.UTF8.GetBytes("""{"v":""" + System.Text.Json.JsonSerializer.Serialize(value) + "}"),
                [("Content-Type", "application/json")]);
        }
    }

    private static IEnumerable<ResponseFact> Bytes()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B];
        ResponseFact Binary(string name, byte[] expected, byte[] actual, string rules, string type = "application/octet-stream") => new(
            name,
            """{"status":200,"headers":{"Content-Type":["application/octet-stream"]},"body":{"content":""" + "\"" + Convert.ToBase64String(expected) + "\"" + ""","contentType":"application/octet-stream","encoded":"base64"},"matchingRules":{"body":""" + rules + "}}",
            actual,
            [("Content-Type", type)],
            Version: "4.0");

        yield return Binary("the same bytes", png, png, "{}");
        yield return Binary("other bytes", png, gif, "{}");
        yield return Binary("bytes of a content type", png, png, """{"$":{"matchers":[{"match":"contentType","value":"image/png"}]}}""");
        yield return Binary("bytes of another content type", png, gif, """{"$":{"matchers":[{"match":"contentType","value":"image/png"}]}}""");
        yield return Binary("bytes under a type rule", png, gif, """{"$":{"matchers":[{"match":"type"}]}}""");
        yield return Binary("bytes that hold a text", png, "xxabcxx"u8.ToArray(), """{"$":{"matchers":[{"match":"include","value":"abc"}]}}""");

        const string boundary = "Boundary7";
        byte[] Form(params string[] parts) => Encoding.UTF8.GetBytes(string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n");
        ResponseFact Multipart(string name, byte[] expected, byte[] actual, string rules = "{}") => new(
            name,
            """{"status":200,"headers":{"Content-Type":["multipart/form-data; boundary=Boundary7"]},"body":{"content":""" + "\"" + Convert.ToBase64String(expected) + "\"" + ""","contentType":"multipart/form-data; boundary=Boundary7","encoded":"base64"},"matchingRules":{"body":""" + rules + "}}",
            actual,
            [("Content-Type", "multipart/form-data; boundary=Boundary7")],
            Version: "4.0");
        const string name = "Content-Disposition: form-data; name=\"n\"\r\n\r\n";
        const string other = "Content-Disposition: form-data; name=\"o\"\r\n\r\n2";
        const string file = "Content-Disposition: form-data; name=\"f\"; filename=\"a.json\"\r\nContent-Type: application/json\r\n\r\n";
        yield return Multipart("the same parts", Form(name + "1", other), Form(name + "1", other));
        yield return Multipart("parts in another order", Form(name + "1", other), Form(other, name + "1"));
        yield return Multipart("a part of another value", Form(name + "1"), Form(name + "2"));
        yield return Multipart("a missing part", Form(name + "1", other), Form(name + "1"));
        yield return Multipart("a part more", Form(name + "1"), Form(name + "1", other));
        yield return Multipart("a part under a regex", Form(name + "1"), Form(name + "22"), """{"$.n":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""");
        yield return Multipart("a JSON file in a part", Form(file + "{\"a\":1}"), Form(file + "{ \"a\" : 1 }"));
        yield return Multipart("a JSON file in a part that differs", Form(file + "{\"a\":1}"), Form(file + "{\"a\":2}"));
        yield return Multipart("a JSON file under a type rule", Form(file + "{\"a\":1}"), Form(file + "{\"a\":2}"), """{"$.f.a":{"matchers":[{"match":"type"}]}}""");
    }

    private static ResponseFact Dated(string rule, string? format, string value) => new(
        $"{rule} {format ?? "without a format"} against {value}",
        """{"status":200,"body":{"v":"x"},"matchingRules":{"body":{"$.v":{"matchers":[{"match":""" + $"\"{rule}\"" + (format is null ? "" : ",\"format\":" + System.Text.Json.JsonSerializer.Serialize(format)) + "}]}}}}",
        Encoding.UTF8.GetBytes("""{"v":""" + System.Text.Json.JsonSerializer.Serialize(value) + "}"),
        [("Content-Type", "application/json")]);
}
