namespace PactKit.Tests.Witness;

/// <summary>Where what we write of integration JSON is meant to differ, each with the reason. A fact that agrees again has to leave the list.</summary>
internal static class IntegrationDifferences
{
    private const string List = "A query parameter, like a header, may have several values: a list of examples is that.";

    private const string Alternatives = "A file has one list of rules per name, so different rules for the values of one name become alternatives; the official engine keeps those of the first.";

    private const string Silent = "An expression that makes no sense is told everywhere; in paths and headers the official engine leaves the rule out.";

    private const string Spelling = "A number is written as it is spelled; in a text nothing else is known of it.";

    private const string Within = "A matcher within a matcher, or in a list of examples, counts wherever it stands; the official engine has it in some places only, and writes it out as an example in others.";

    private const string NoMatcher = "Only what holds a matcher is integration JSON; any other text is itself, also where it looks like JSON.";

    private const string Everywhere = "Lists and expressions are understood wherever a rule may stand; the official engine knows them at the top alone.";

    private const string Quote = "An escaped quote is a quote; the official engine leaves the backslash where it was, which in a pattern of a date or in a text means something else.";

    private const string NoRoot = "A document begins with an element; the official engine writes one without any.";

    public static readonly IReadOnlyDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["""Vary: a and {"M":"type","V":"b","G":"RandomString"}"""] = Alternatives,
        ["""Vary: a and {"M":"type","V":"b"}"""] = Alternatives,
        ["""Vary: {"M":"type","V":"a"} and b"""] = Alternatives,
        ["""Vary: {"M":"type","V":"a"} and {"M":"regex","regex":"b","V":"b"}"""] = Alternatives,
        ["""Vary: {"M":"type","V":["a","c"]} and {"M":"type","V":"b"}"""] = List,
        ["""X-A: a and {"M":"type","V":"b","G":"RandomString"}"""] = Alternatives,
        ["""X-A: a and {"M":"type","V":"b"}"""] = Alternatives,
        ["""X-A: {"M":"matching(regex, '\\d'","V":"3"}"""] = Silent,
        ["""X-A: {"M":"type","V":"a"} and b"""] = Alternatives,
        ["""X-A: {"M":"type","V":"a"} and {"M":"regex","regex":"b","V":"b"}"""] = Alternatives,
        ["""X-A: {"M":"type","V":1.50}"""] = Spelling,
        ["""X-A: {"M":"type","V":1e2}"""] = Spelling,
        ["""X-A: {"M":"type","V":["a","c"]} and {"M":"type","V":"b"}"""] = List,
        ["""X-A: {"M":"type","V":[]}"""] = "A header of no values can never be met; an empty one can.",
        ["""X-A: {"M":"type","V":[{"M":"regex","regex":"\\d","V":"1"}]}"""] = Within,
        ["""X-A: {"M":"type","V":{"M":"regex","regex":"\\d","V":"1"}}"""] = Within,
        ["""X-A: {"V":"x","G":"RandomInt"}"""] = NoMatcher,
        ["""X-A: {"V":"x"}"""] = NoMatcher,
        ["""body: null"""] = "A body of null that was asked for is written so that it is read as one; the official engine reads its own as no body.",
        ["""body: {"*":{"M":"type","V":1}}"""] = "A member named * is not every member.",
        ["""body: {"1":{"M":"type","V":1}}"""] = "A member named 1 is not the second item of a list; in a rule both select it.",
        ["""body: {"a":{"M":"values","V":{"y":{"M":"type","V":1},"x":{"M":"integer","V":1}}}}"""] = "All members share one path. We go in the order they are written in, the official engine by name: the same rules.",
        ["""body: {"a":{"M":[{"M":"arrayContains","variants":[{"M":"type","V":1}]},{"M":"type","min":1}],"V":[1]}}"""] = "The variants of a matcher within a list are examples with matchers too; the official engine takes them for finished rules, and loses them.",
        ["""body: {"a\\b":{"M":"type","V":1}}"""] = "No reader resolves escapes within a quoted name, so none is written.",
        ["""body: {"v":{"M":"eachKey","rules":[{"M":"matching(regex, 'a', 'a')"}],"V":{"a":1}}}"""] = Everywhere,
        ["""body: {"v":{"M":"eachValue","rules":[{"M":[{"M":"type"}]}],"V":{"a":1}}}"""] = Everywhere,
        ["""body: {"v":{"M":"statusCode","status":"success","V":200}}"""] = "A body has no status; Match.Status there is a mistake, and told.",
        ["""body: {"v":{"M":"type","V":"x","G":"MockServerURL","example":"http://x/a"}}"""] = "Without a pattern there is nothing to replace, so the generator is left out.",
        ["""body: {"v":{"M":"type","V":"x","G":"ProviderState","expression":"${id}","dataType":"bogus"}}"""] = "Words of a generator are written as they are given, and read in any case; what nobody knows does nothing.",
        ["""body: {"v":{"M":"type","V":"x","G":"ProviderState","expression":"${id}","dataType":"integer"}}"""] = "Words of a generator are written as they are given, and read in any case; what nobody knows does nothing.",
        ["""body: {"v":{"M":"type","V":"x","G":"RandomDecimal","digits":"4"}}"""] = "A number in quotes is a number here as in rules; the official engine takes the default.",
        ["""body: {"v":{"M":"type","V":"x","G":"RandomInt","min":"1","max":"5"}}"""] = "A number in quotes is a number here as in rules; the official engine takes the default.",
        ["""body: {"v":{"M":"type","V":"x","G":"Uuid","format":"bogus"}}"""] = "Words of a generator are written as they are given, and read in any case; what nobody knows does nothing.",
        ["""body: {"v":{"M":"type","min":1.5,"V":[1]}}"""] = "One and a half items are no size, so the size is not counted.",
        ["""body: {"v":{"M":"type","min":10000000000,"V":[1]}}"""] = "No list is that long.",
        ["""body: {"v":{"M":[{"M":"matching(type,'x')"},{"M":"integer"}],"V":1}}"""] = Everywhere,
        ["""body: {"v":{"M":[{"M":[{"M":"type"}]}],"V":1}}"""] = Everywhere,
        ["""expression: a blank that does not break"""] = "Blanks are blanks.",
        ["""expression: atLeast(99999999999)"""] = "No list is that long.",
        ["""expression: eachKey"""] = "A rule without brackets is a name. The example is of no use to it and is left out.",
        ["""expression: eachKey(matching(regex, '[\'a]', 'a'))"""] = Quote,
        ["""expression: matching(boolean, fromProviderState('id', true))"""] = "Any example may come from a provider state.",
        ["""expression: matching(contentType, 'a/b', fromProviderState('id', 'x'))"""] = "Any example may come from a provider state.",
        ["""expression: matching(datetime, 'yyyy-MM-dd\'T\'HH', '2000-01-01T10')"""] = Quote,
        ["""expression: matching(decimal, 1.)"""] = "Numbers are written as in JSON.",
        ["""expression: matching(decimal, fromProviderState('id', 1.5))"""] = "The rule is the one that was asked for; the official engine makes it number.",
        ["""expression: matching(equality, 'x')"""] = "The names that files use are understood as well.",
        ["""expression: matching(include, 'it\'s')"""] = Quote,
        ["""expression: matching(integer, fromProviderState('id', 'x'))"""] = "The example of an integer is one.",
        ["""expression: matching(regex, '[a-z]\'s', 'a\'s')"""] = Quote,
        ["""expression: matching(regex, '\uD83D\uDE00', 'x')"""] = "What is no character stays as it is written; the regular expression decides.",
        ["""expression: matching(regex, '\u{110000}', 'x')"""] = "What is no character stays as it is written; the regular expression decides.",
        ["""expression: matching(regex, 'x\\', 'x')"""] = Quote,
        ["""expression: matching(semver, fromProviderState('id', '1.0.0'))"""] = "Any example may come from a provider state.",
        ["""expression: matching(timestamp, 'yyyy', '2000')"""] = "The names that files use are understood as well.",
        ["""expression: matching(type, 007)"""] = "Numbers are written as in JSON.",
        ["""expression: matching(type, 1.)"""] = "Numbers are written as in JSON.",
        ["""expression: matching(type, 99999999999999999999)"""] = "An integer may have any size.",
        ["""expression: matching(type, fromProviderState('i\'d\n', 'x'))"""] = Quote,
        ["""expression: matching(type,'x')."""] = "What is left over is an error.",
        ["""expression: matching(type,'x');"""] = "What is left over is an error.",
        ["""expression: nested 60 deep"""] = "Deep enough is 32.",
        ["""form: {"a":null}"""] = "A form can hold any scalar; the official engine drops the whole body.",
        ["""form: {"a":true}"""] = "A form can hold any scalar; the official engine drops the whole body.",
        ["""metadata: [1]"""] = "A text in metadata stays a text, also where it could be read as JSON.",
        ["""metadata: {"M":"type","V":[{"M":"regex","regex":"\\d","V":"1"}]}"""] = Within,
        ["""metadata: {"V":"x","G":"RandomInt"}"""] = NoMatcher,
        ["""metadata: {"V":"x"}"""] = NoMatcher,
        ["""path: {"M":"matching(regex, '\\d'","V":"3"}"""] = Silent,
        ["""path: {"M":"type","V":1.50}"""] = Spelling,
        ["""path: {"M":"type","V":1e2}"""] = Spelling,
        ["""path: {"M":"type","V":[{"M":"regex","regex":"\\d","V":"1"}]}"""] = Within,
        ["""path: {"M":"type","V":{"M":"regex","regex":"\\d","V":"1"}}"""] = Within,
        ["""path: {"V":"x","G":"RandomInt"}"""] = NoMatcher,
        ["""path: {"V":"x"}"""] = NoMatcher,
        ["""query: a and {"M":"type","V":"b","G":"RandomString"}"""] = Alternatives,
        ["""query: a and {"M":"type","V":"b"}"""] = Alternatives,
        ["""query: {"M":"type","V":"a"} and b"""] = Alternatives,
        ["""query: {"M":"type","V":"a"} and {"M":"regex","regex":"b","V":"b"}"""] = Alternatives,
        ["""query: {"M":"type","V":1.50}"""] = Spelling,
        ["""query: {"M":"type","V":1e2}"""] = Spelling,
        ["""query: {"M":"type","V":["a","b"]}"""] = List,
        ["""query: {"M":"type","V":["a","c"]} and {"M":"type","V":"b"}"""] = List,
        ["""query: {"M":"type","V":["a"]}"""] = List,
        ["""query: {"M":"type","V":[]}"""] = List,
        ["""query: {"M":"type","V":[{"M":"regex","regex":"\\d","V":"1"}]}"""] = List,
        ["""query: {"V":"x","G":"RandomInt"}"""] = NoMatcher,
        ["""status: {"M":"statusCode","status":200,"V":200}"""] = "A single status is a list of one.",
        ["""xml V2: {"root":{"name":"a","content":"x"}}"""] = NoRoot,
        ["""xml V3: {"root":{"name":"a","content":"x"}}"""] = NoRoot,
        ["""xml: {"root":{"name":"a","content":"x"}}"""] = NoRoot,
        ["""xml V2: {"root":"x"}"""] = NoRoot,
        ["""xml V3: {"root":"x"}"""] = NoRoot,
        ["""xml: {"root":"x"}"""] = NoRoot,
        ["""xml V2: {"root":{"name":"a","children":[{"M":"type","V":{"name":"f.g"}}]}}"""] = "A dot in a name is no step of a path.",
        ["""xml V3: {"root":{"name":"a","children":[{"M":"type","V":{"name":"f.g"}}]}}"""] = "A dot in a name is no step of a path.",
        ["""xml: {"root":{"name":"a","children":[{"M":"type","V":{"name":"f.g"}}]}}"""] = "A dot in a name is no step of a path.",
        ["""xml V3: {"root":{"name":"a","children":[{"content":"t","matcher":{"M":"type","G":"RandomString","size":3}}]}}"""] = "The generator of a text is one like any other; the official engine forgets it.",
        ["""xml: {"root":{"name":"a","children":[{"content":"t","matcher":{"M":"type","G":"RandomString","size":3}}]}}"""] = "The generator of a text is one like any other; the official engine forgets it.",
        ["""xml: {"root":{"name":"a"}"""] = "What describes no document stays the text it is.",
    };
}
