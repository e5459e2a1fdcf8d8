namespace PactKit.Tests.Compatibility;

/// <summary>
/// The method does the steps whose whole text matches the pattern. Its parameters are the groups of the pattern in order, then the
/// step's table (<see cref="StepTable"/>) if it has one.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StepAttribute(string pattern) : Attribute
{
    public string Pattern => pattern;
}
