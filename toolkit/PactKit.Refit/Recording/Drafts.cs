using System.Reflection;
using System.Runtime.CompilerServices;
using PactKit.Consumer;
using Refit;

namespace PactKit.Recording;

/// <summary>From the builders of PactNet's surface to the interaction they describe.</summary>
internal static class Drafts
{
    private static readonly ConditionalWeakTable<HttpDraft, DerivedRequest> Derived = [];

    public static HttpDraft Of(object builder) => builder is IHttpDraftSource source
        ? source.Draft
        : throw new ArgumentException($"{builder.GetType().Name} is not a builder of PactKit: it comes from UponReceiving(…).", nameof(builder));

    public static void Remember(HttpDraft draft, DerivedRequest request) => Derived.AddOrUpdate(draft, request);

    /// <summary>Null where the request was described by hand.</summary>
    public static DerivedRequest? RequestOf(HttpDraft draft) => Derived.TryGetValue(draft, out var request) ? request : null;
}

/// <summary>Where a request came from: the response is read by the same method, with the same settings.</summary>
internal sealed record DerivedRequest(Type Api, MethodInfo? Method, RefitSettings Settings);
