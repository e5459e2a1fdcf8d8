using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>An HTTP interaction while it is being described.</summary>
internal sealed class HttpDraft(string description, PluginUse? plugins = null)
{
    private string? _method;
    private string _path = "/";
    private RuleList? _pathRules;
    private Generator? _pathGenerator;

    public string Description { get; } = description;

    public StateDrafts States { get; } = new();

    public PartDraft Request { get; } = new();

    public NamedValues Query { get; } = new(StringComparer.Ordinal);

    public PartDraft Response { get; } = new();

    public int Status { get; set; } = 200;

    public RuleList? StatusRules { get; set; }

    public bool Pending { get; set; }

    public PluginData Plugins { get; } = new() { Plugins = plugins };

    public string? Key { get; set; }

    public CommentDrafts Comments { get; } = new();

    public bool HasRequest => _method is not null;

    /// <summary>A path that is a matcher as JSON sets the example and its rules.</summary>
    public void SetRequest(string method, string path) => SetRequest(method, Example.OfText(path));

    public void SetRequest(string method, Example path)
    {
        _method = method.ToUpperInvariant();
        (_path, _pathRules, _pathGenerator) = (path.Text, path.Rules, path.Generator);
    }

    public HttpInteraction Build()
    {
        if (_method is null)
        {
            throw new InvalidOperationException(
                $"The interaction '{Description}' has no request: call WithRequest(method, path) before the consumer is verified.");
        }

        return new HttpInteraction
        {
            Description = Description,
            ProviderStates = States.Build(),
            Pending = Pending,
            Key = Key,
            Comments = Comments.Build(),
            PluginConfiguration = Plugins.Configuration,
            InteractionMarkup = Plugins.Markup,
            Request = new Request
            {
                Method = _method,
                Path = _path,
                Query = Query.Build<string?>(),
                Headers = Request.Headers.Build<string>(),
                Body = Request.Body,
                MatchingRules = Request.Rules with { Path = _pathRules, Query = Query.Rules },
                Generators = Request.Generators with { Path = _pathGenerator, Query = Query.Generators },
            },
            Response = new Response
            {
                Status = Status,
                Headers = Response.Headers.Build<string>(),
                Body = Response.Body,
                MatchingRules = Response.Rules with { Status = StatusRules },
                Generators = Response.Generators,
            },
        };
    }
}
