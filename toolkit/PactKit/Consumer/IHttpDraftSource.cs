namespace PactKit.Consumer;

/// <summary>A builder of any version, of a request or a response: extensions reach what it describes.</summary>
internal interface IHttpDraftSource
{
    HttpDraft Draft { get; }
}
