namespace PactKit;

/// <summary>Classes of HTTP statuses a matcher can name.</summary>
public enum StatusClass
{
    /// <summary>100 to 199.</summary>
    Information,

    /// <summary>200 to 299.</summary>
    Success,

    /// <summary>300 to 399.</summary>
    Redirect,

    /// <summary>400 to 499.</summary>
    ClientError,

    /// <summary>500 to 599.</summary>
    ServerError,

    /// <summary>Below 400.</summary>
    NonError,

    /// <summary>400 and above.</summary>
    Error,
}
