namespace PactKit.Model;

/// <summary>The names of the kinds of interaction in V4 files.</summary>
internal static class InteractionType
{
    public const string Http = "Synchronous/HTTP";

    public const string AsynchronousMessage = "Asynchronous/Messages";

    public const string SynchronousMessage = "Synchronous/Messages";

    public static string Of(Interaction interaction) => interaction switch
    {
        HttpInteraction => Http,
        Model.AsynchronousMessage => AsynchronousMessage,
        _ => SynchronousMessage,
    };
}
