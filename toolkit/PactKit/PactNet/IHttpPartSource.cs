using PactKit.Consumer;

namespace PactNet;

/// <summary>A request or response builder of any version: extensions reach the part it describes, and the settings.</summary>
internal interface IHttpPartSource : IHttpDraftSource
{
    PartDraft Part { get; }

    PactConfig Config { get; }
}

/// <summary>A message builder of any version.</summary>
internal interface IMessageDraftSource
{
    MessageDraft Draft { get; }

    MessageRound Round { get; }
}
