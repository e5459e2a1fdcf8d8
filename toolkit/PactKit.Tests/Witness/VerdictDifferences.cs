namespace PactKit.Tests.Witness;

/// <summary>Where our verdict about parts of a body, about the form of rules and about broken ones is meant to differ, each with the reason.</summary>
internal static class VerdictDifferences
{
    private const string StatusInBody = "A rule about a status says the same wherever it stands; the official engine does not look at it in a body.";

    private const string Sniffed = "What stands as JSON in the file is JSON; the official engine takes its first letters for a plain text.";

    private const string HeaderOfPart = "The header of a part is compared as the same header of the whole is: case, parameters more and blanks after a comma do not count.";

    private const string TypeOfPart = "A rule for the content type of a part decides about it, as one for the header of the whole does.";

    private const string ListIsJson = "A list is JSON; which other format a library sees in it depends on the machine.";

    private const string AnyPart = "A rule above a part reaches into it, as it reaches into anything else; the official engine has it do so for fields alone.";

    private const string JsonField = "A field that says it is JSON is compared as JSON: .NET's clients send such fields without a file name.";

    private const string TypeOfBytes = "The question what a part is, is one about its bytes, also where they are JSON; builders write this rule for every file.";

    private const string Lenient = "Older writers leave \"matchers\" out; the official engine then does not see the rule, or refuses the file.";

    private const string NoText = "What is searched for is a text; otherwise the rule would pass by accident.";

    public static readonly IReadOnlyDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["V2: {\"match\":\"statusCode\",\"status\":\"success\"} over \"a\" against \"a\""] = StatusInBody,
        ["V3: {\"match\":\"statusCode\",\"status\":\"success\"} over \"a\" against \"a\""] = StatusInBody,
        ["V4: {\"match\":\"statusCode\",\"status\":\"success\"} over \"a\" against \"a\""] = StatusInBody,
        ["""V2: $.@a {"match":"type"} over {"@a":1} against {"@a":2}"""] = Sniffed,
        ["""V3: $.@a {"match":"type"} over {"@a":1} against {"@a":2}"""] = Sniffed,
        ["parts: one name expected twice, found once"] = "The second part of a name is one as well, and has to be there.",
        ["parts: header: a list in a header"] = HeaderOfPart,
        ["parts: header: a content type with a charset"] = HeaderOfPart,
        ["parts: header: a content type of another case"] = HeaderOfPart,
        ["parts: header: a content type under a rule"] = TypeOfPart,
        ["parts: header: a content type under a rule of its case"] = TypeOfPart,
        ["parts: header: a content type under a quoted rule"] = TypeOfPart,
        ["""parts: file under {"match":"contentType","value":"application/json"} over {} against [1]"""] = ListIsJson,
        ["""parts: field under {"match":"contentType","value":"application/json"} over {} against [1]"""] = ListIsJson,
        ["parts: a rule at $[*] for a nameless part"] = AnyPart,
        ["parts: a rule at $.* for a nameless part"] = AnyPart,
        ["parts: JSON part: a type rule for every part"] = AnyPart,
        ["parts: JSON part: a type rule for all"] = AnyPart,
        ["parts: JSON part: a rule for a member of every part"] = AnyPart,
        ["parts: a part without headers"] = "A part need not have headers (RFC 2046); the official engine reads no further.",
        ["parts: a long file name alone"] = "A file name in the long form is a file name (RFC 5987).",
        ["parts: a field that says it is JSON"] = JsonField,
        ["parts: a field that says it is JSON under a rule"] = JsonField,
        ["parts: JSON part: content type for the part"] = TypeOfBytes,
        ["parts: JSON part: content type for the part and one for a member"] = TypeOfBytes,
        ["boundary: short line ends"] = "Lines that end with LF alone are read as lines.",
        ["broken: {\"match\":\"regex\",\"regex\":[\"a\"]} over \"a\""] = NoText,
        ["broken: {\"match\":\"include\",\"value\":null} over \"a\""] = NoText,
        ["""broken: {"match":"eachValue","rules":{"match":"type"}} over {"a":1}"""] = Lenient,
        ["""broken list: {"body":{"$.v":{"match":"type"}}} against 2"""] = Lenient,
        ["""broken list: {"body":{"$.v":[{"match":"type"}]}} against 2"""] = Lenient,
    };
}
