using System.Text.Json.Serialization.Metadata;
using ApiGateway.Users;

namespace ApiGateway.TestHost;

/// <summary>
/// Another version of the gateway's answers: one field of a user has another name. It is what a provider team might do
/// in good faith, and what the contract is there to notice; the gateway's own code has no switch for it.
/// </summary>
public sealed record RenamedField(string From, string To)
{
    /// <param name="rename">Such as <c>email=emailAddress</c>.</param>
    public static RenamedField Parse(string rename)
    {
        ArgumentNullException.ThrowIfNull(rename);
        return rename.Split('=') is [{ Length: > 0 } from, { Length: > 0 } to]
            ? new RenamedField(from, to)
            : throw new ArgumentException($"'{rename}' does not name a field and its new name. Write it as email=emailAddress.");
    }

    internal IJsonTypeInfoResolver Resolver => new DefaultJsonTypeInfoResolver { Modifiers = { Apply } };

    private void Apply(JsonTypeInfo type)
    {
        if (type.Type != typeof(UserView)) return;
        foreach (var property in type.Properties)
        {
            if (property.Name == From) property.Name = To;
        }
    }
}
