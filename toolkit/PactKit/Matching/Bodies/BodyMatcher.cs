namespace PactKit.Matching.Bodies;

/// <summary>Compares bodies of one kind with one expected body, which it has prepared.</summary>
internal abstract class BodyMatcher
{
    public abstract void Compare(ReceivedBody actual, BodyComparison comparison);
}
