using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts;

/// <summary>A line that command-line tools print. The types are debug, info, warning, prompt, success, error and danger.</summary>
internal sealed record Notice(string Type, string Text)
{
    public HalDocument Document => new() { ["type"] = Type, ["text"] = Text };

    /// <summary>The older form, still read by old clients.</summary>
    public HalDocument Log => new()
    {
        ["level"] = Type,
        ["message"] = Text,
        ["deprecationWarning"] = "Deprecated: use notices",
    };
}
