namespace PactKit.Tests.Compatibility;

/// <summary>Steps that describe what interactions of every kind have: states, a key, comments.</summary>
public sealed class DraftSteps(ConsumerTestSteps test)
{
    private PactKit.Consumer.StateDrafts States => test.Http?.States ?? test.Message?.States ?? test.Synchronous!.States;

    private PactKit.Consumer.CommentDrafts Comments => test.Http?.Comments ?? test.Message?.Comments ?? test.Synchronous!.Comments;

    [Step("a provider state \"(.+?)\" (?:for the (?:synchronous )?message )?is specified")]
    public void State(string name) => States.Add(name);

    [Step("a provider state \"(.+?)\" (?:for the (?:synchronous )?message )?is specified with the following data:")]
    public void StateWithData(string name, StepTable table) => States.Add(name, table.Rows.Single());

    [Step("a key of \"(.+)\" is specified for the (?:HTTP|message|synchronous message) interaction")]
    public void Key(string key)
    {
        if (test.Http is not null) test.Http.Key = key;
        else if (test.Message is not null) test.Message.Key = key;
        else test.Synchronous!.Key = key;
    }

    [Step("the (?:HTTP|message|synchronous message) interaction is marked as pending")]
    public void Pending()
    {
        if (test.Http is not null) test.Http.Pending = true;
        else if (test.Message is not null) test.Message.Pending = true;
        else test.Synchronous!.Pending = true;
    }

    [Step("a comment \"(.+)\" is added to the (?:HTTP|message|synchronous message) interaction")]
    public void Comment(string text) => Comments.Add(text);
}
