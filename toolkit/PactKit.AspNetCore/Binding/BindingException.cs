namespace PactKit.Binding;

/// <summary>A parameter of a handler has no value. Its message is for the user.</summary>
internal sealed class BindingException(string message) : Exception(message);
