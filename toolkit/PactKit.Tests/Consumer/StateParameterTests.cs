using PactKit.Consumer;

namespace PactKit.Tests.Consumer;

/// <summary>A parameter that is JSON is stored as that, every other text as a text.</summary>
public class StateParameterTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData(" true ", "true")]
    [InlineData("null", "null")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    [InlineData("\"quoted\"", "\"quoted\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("2024-01-02", "\"2024-01-02\"")]
    [InlineData("f47ac10b-58cc", "\"f47ac10b-58cc\"")]
    [InlineData("1e", "\"1e\"")]
    [InlineData("+1", "\"+1\"")]
    [InlineData("truely", "\"truely\"")]
    [InlineData("True", "\"True\"")]
    [InlineData("nul", "\"nul\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("[1", "\"[1\"")]
    [InlineData("", "\"\"")]
    [InlineData("  ", "\"  \"")]
    [InlineData("an \"order\"", "\"an \\\"order\\\"\"")]
    [InlineData(null, "null")]
    public void A_text_is_stored_as_the_JSON_it_is_or_as_a_text(string? text, string stored)
    {
        var states = new StateDrafts();
        states.Add("a state", [KeyValuePair.Create("p", text!)]);
        Assert.Equal(stored, Assert.Single(states.Build()).Params["p"].GetRawText());
    }
}
