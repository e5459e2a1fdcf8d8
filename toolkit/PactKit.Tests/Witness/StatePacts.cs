namespace PactKit.Tests.Witness;

/// <summary>A pact whose interactions differ in their provider states alone.</summary>
internal static class StatePacts
{
    private static readonly string[] States =
    [
        "[]", """[{"name":"plain"}]""", """[{"name":"with no parameters","params":{}}]""", """[{"name":"two"},{"name":"of them","params":{"id":1}}]""", """[{"name":"the same"},{"name":"the same"}]""",
        """[{"name":"kinds","params":{"text":"a","whole":1,"decimal":1.5,"flag":true,"nothing":null,"list":[1,"x"],"map":{"k":{"l":1}},"empty":""}}]""",
        """[{"name":"a & b = c? 50% + é","params":{"a b":"c d","e&f":"g=h","é":"ü","plus":"1+1","number":"7"}}]""", """[{"name":""}]""",
    ];

    /// <summary>Every kind of states and of parameters.</summary>
    public static string Json { get; } = Of(States);

    /// <summary>Parameters with the names that the call itself uses.</summary>
    public static string Clash { get; } = Of(["""[{"name":"clash","params":{"state":"x","action":"y"}}]"""]);

    private static string Of(string[] states) =>
        """{"consumer":{"name":"witness"},"provider":{"name":"facts"},"interactions":["""
        + string.Join(",\n", states.Select((list, number) =>
            $$"""{"type":"Synchronous/HTTP","description":"states {{number}}","providerStates":{{list}},"request":{"method":"GET","path":"/ok"},"response":{"status":200} }"""))
        + """],"metadata":{"pactSpecification":{"version":"4.0"}}}""";
}
