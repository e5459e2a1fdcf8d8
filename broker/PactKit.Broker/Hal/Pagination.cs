using System.Globalization;

namespace PactKit.Broker.Hal;

/// <summary>A slice of a list: <c>page</c>/<c>size</c>, or the older <c>pageNumber</c>/<c>pageSize</c>.</summary>
internal sealed record Pagination(long Number, long Size)
{
    public const int DefaultSize = 100;

    public long Offset => (Number - 1) * Size;

    /// <summary>The page asked for; null when none is and <paramref name="defaultSize"/> says that everything is wanted then.</summary>
    public static bool TryRead(BrokerRequest request, int? defaultSize, out Pagination? page, out IResult? refusal)
    {
        var errors = new Dictionary<string, List<string>>();
        var number = Read(request, "page", errors);
        var size = Read(request, "size", errors);
        if (number is null && size is null && errors.Count == 0)
        {
            number = Read(request, "pageNumber", errors);
            size = Read(request, "pageSize", errors);
        }

        refusal = errors.Count > 0 ? Errors.Validation(errors) : null;
        page = number is null && size is null && defaultSize is null ? null : new Pagination(number ?? 1, size ?? defaultSize ?? DefaultSize);
        return refusal is null;
    }

    public void AddTo(HalDocument document, BrokerRequest request, long total)
    {
        var pages = (total + Size - 1) / Size;
        document["page"] = new HalDocument { ["number"] = Number, ["size"] = Size, ["totalElements"] = total, ["totalPages"] = pages };
        if (Number < pages) document.Link("next", new Link($"{request.SelfUrl}?size={Size}&page={Number + 1}", "Next page"));
        if (Number > 1) document.Link("previous", new Link($"{request.SelfUrl}?size={Size}&page={Number - 1}", "Previous page"));
    }

    private static long? Read(BrokerRequest request, string name, Dictionary<string, List<string>> errors)
    {
        if (request.Query(name) is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) errors[name] = ["must be an integer"];
        else if (value < 1) errors[name] = ["must be greater than or equal to 1"];
        else if (value > int.MaxValue) errors[name] = [$"must be less than or equal to {int.MaxValue}"];
        else return value;
        return null;
    }
}
