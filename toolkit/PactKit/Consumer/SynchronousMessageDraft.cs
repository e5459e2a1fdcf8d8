using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>A message that asks, and the messages that answer it, while they are described.</summary>
internal sealed class SynchronousMessageDraft(string description)
{
    private readonly List<ContentsDraft> _responses = [];

    public string Description { get; } = description;

    public StateDrafts States { get; } = new();

    public ContentsDraft Request { get; } = new();

    public bool Pending { get; set; }

    public string? Key { get; set; }

    public CommentDrafts Comments { get; } = new();

    /// <summary>One more answer, after those there are.</summary>
    public ContentsDraft AddResponse()
    {
        var response = new ContentsDraft();
        _responses.Add(response);
        return response;
    }

    public SynchronousMessage Build() => new()
    {
        Description = Description,
        ProviderStates = States.Build(),
        Pending = Pending,
        Key = Key,
        Comments = Comments.Build(),
        Request = Request.Build(),
        Response = [.. _responses.Select(response => response.Build())],
    };
}
