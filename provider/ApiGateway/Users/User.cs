namespace ApiGateway.Users;

/// <summary>A row of the table Users.</summary>
public sealed class User
{
    public const int MaxNameLength = 100;

    /// <summary>The longest address that a mail server has to take (RFC 5321, erratum 1690).</summary>
    public const int MaxEmailLength = 254;

    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>As its owner spells it.</summary>
    public required string Email { get; set; }

    /// <summary>Lower case, unique: <c>Ada@example.org</c> and <c>ada@example.org</c> are one mailbox here.</summary>
    public required string EmailKey { get; set; }

    /// <summary>Lower-case name and e-mail address. SQLite's own lower() stops at ASCII, so it is done here.</summary>
    public required string SearchText { get; set; }

    /// <summary>In UTC, whole milliseconds, which every database keeps as they are.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public static User From(UserDraft draft, DateTimeOffset createdAt, int id = 0)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new User
        {
            Id = id,
            Name = draft.Name,
            Email = draft.Email,
            EmailKey = Key(draft.Email),
            SearchText = Search(draft),
            CreatedAt = createdAt.ToUniversalTime().AddTicks(-(createdAt.Ticks % TimeSpan.TicksPerMillisecond)),
        };
    }

    public void Change(UserDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        (Name, Email, EmailKey, SearchText) = (draft.Name, draft.Email, Key(draft.Email), Search(draft));
    }

#pragma warning disable CA1308 // Lower case is what the column holds and what a reader of the table expects.
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToLowerInvariant();
    }
#pragma warning restore CA1308

    private static string Search(UserDraft draft) => Key($"{draft.Name} {draft.Email}");
}
