namespace PactKit.Broker.Tests.Cleaning;

public static class KeepCases
{
    /// <summary>What happened long ago, what happened since, the selectors, and which versions of Foo are left.</summary>
    public static TheoryData<string, string, string, string> Selectors => new()
    {
        { "Foo 1; Foo 2; Foo 3", "", """{"latest":true}""", "3" },
        { "Foo 1 [prod]; Foo 2 [prod]; Foo 3 [test]; Foo 4", "", """{"tag":true,"latest":true}""", "2 3" },
        { "Foo 1 [prod]; Foo 2 [prod]; Foo 3 [test]; Foo 4", "", """{"tag":"prod","latest":true}""", "2" },
        { "Foo 1 [prod]; Foo 2 [prod]; Foo 3 [test]; Foo 4", "", """{"tag":"prod"}""", "1 2" },
        { "Foo 1 [prod]; Foo 2 [test]; Foo 3", "", """{"tag":true}""", "1 2" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"branch":true,"latest":true}""", "2 3" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"branch":"main","latest":true}""", "3" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"branch":"main"}""", "1 3" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"branch":true}""", "1 2 3" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"main_branch":true}""", "1 3" },
        { "Foo 1 {main}; Foo 2 {feat}; Foo 3 {main}; Foo 4", "", """{"mainBranch":true,"latest":true}""", "3" },
        { "Foo 1; Foo 2", "Foo 3; Foo 4", """{"max_age":30}""", "3 4" },
        { "Foo 1 {main}; Foo 2 {feat}", "Foo 3 {main}; Foo 4 {feat}", """{"maxAge":30,"branch":"main"}""", "3" },
        { "Foo 1; Foo 2; Foo 3; Foo 1 deployed test; Foo 2 deployed test", "", """{"tag":"none"}""", "2" },
        { "Foo 1; Foo 2; Foo 3; Foo 1 deployed test (a); Foo 2 deployed test (b)", "", """{"tag":"none"}""", "1 2" },
        { "Foo 1; Foo 2; Foo 3; Foo 1 released test; Foo 2 released prod", "", """{"tag":"none"}""", "1 2" },
        { "Foo 1; Foo 2; Foo 3; Foo 1 deployed test; Foo 2 released prod", "", """{"environment":"test"}""", "1 2" },
        { "Foo 1; Foo 2; Foo 3; Bar 1", "", """{"pacticipant":"Bar","latest":true}""", "" },
        { "Foo 1; Foo 2; Foo 3; Bar 1", "", """{"pacticipant_name":"Foo","latest":true}""", "3" },
        { "Foo 1 [prod]; Foo 2 {main}; Foo 3; Foo 4", "", """[{"tag":"prod"},{"branch":"main"},{"latest":true}]""", "1 2 4" },
    };
}
