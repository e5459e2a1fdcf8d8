namespace PactKit.Plugins;

/// <summary>A plugin could not be found, started or used. The message says which one, what went wrong and what to do.</summary>
public sealed class PluginException : Exception
{
    public PluginException(string message) : base(message) { }

    public PluginException(string message, Exception innerException) : base(message, innerException) { }
}
