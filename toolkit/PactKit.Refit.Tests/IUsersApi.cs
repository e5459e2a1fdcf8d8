using Refit;

namespace PactKit.RefitTests;

/// <summary>One method for each way Refit can send something.</summary>
[Headers("X-Client: users")]
internal interface IUsersApi
{
    [Get("/api/users/{id}")]
    Task<ApiResponse<User>> GetUser(int id, CancellationToken cancellationToken = default);

    [Get("/api/users/{id}/posts/{post}.{format}")]
    Task<string> GetPost(int id, int post, string format);

    [Get("/api/by-name/{name}")]
    Task<User> GetByName(string name);

    [Get("/api/keys/{key}")]
    Task<User> GetByKey(Guid key);

    [Get("/api/flags/{on}")]
    Task<User> GetFlag(bool on);

    [Get("/api/days/{day}")]
    Task<User> GetDay([Query(Format = "yyyy-MM-dd")] DateTime day);

    [Get("/api/users?kind=person")]
    Task<IApiResponse<User[]>> Search([AliasAs("q")] string query, int page = 1);

    [Get("/api/many")]
    Task<User[]> Many([Query(CollectionFormat.Multi)] int[] ids);

    [Get("/api/many")]
    Task<User[]> ManyJoined([Query(CollectionFormat.Csv)] IReadOnlyList<int> ids);

    [Get("/api/filtered")]
    Task<User[]> Filtered(UserFilter filter);

    [Get("/api/flagged")]
    Task Flagged([QueryName] string flag);

    [Post("/api/users")]
    Task<User> Create([Body] NewUser user);

    [Put("/api/users/{id}")]
    Task<User> Replace(int id, [Body] NewUser user);

    [Patch("/api/users/{id}")]
    Task Rename(int id, [Body] string name);

    [Delete("/api/users/{id}")]
    Task Delete(int id, [Authorize("Bearer")] string token, [Header("X-Reason")] string reason);

    [Get("/api/me")]
    [Headers("Accept: application/json", "Authorization: Bearer")]
    Task<User> Me();

    [Get("/api/anything")]
    Task Anything([HeaderCollection] IDictionary<string, string> headers);

    [Post("/api/login")]
    Task Login([Body(BodySerializationMethod.UrlEncoded)] Credentials credentials);

    [Multipart]
    [Post("/api/pictures")]
    Task Upload([AliasAs("file")] StreamPart file, [AliasAs("caption")] string caption, NewUser owner);

    [Get("/api/files/{**path}")]
    Task<Stream> Download(string path);

    [Get("")]
    Task<User> Follow([Url] string link);

    [Get("/api/live/{id}")]
    IObservable<User> Watch(int id);

    [Get("/api/stream")]
    IAsyncEnumerable<User> All();

    [Get("/api/quick/{id}")]
    ValueTask<User> Quick(int id);

    [Post("/api/echo")]
    Task<T> Echo<T>([Body] T value);

    Task<ApiResponse<User>> First() => GetUser(1);
}

internal sealed record User(int Id, string Name, string? Email = null);

internal sealed record NewUser(string Name, int Age, IReadOnlyList<string>? Tags = null);

internal sealed record Credentials([property: AliasAs("user")] string Name, string Password);

internal sealed record UserFilter(string? Name, int Page);

/// <summary>No method of it is described.</summary>
internal interface INotRefit
{
    Task Something();
}
