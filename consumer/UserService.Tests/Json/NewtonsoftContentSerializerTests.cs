using System.Text;
using Newtonsoft.Json;
using UserService.Json;
using UserService.Users;

namespace UserService.Tests.Json;

public sealed class NewtonsoftContentSerializerTests
{
    private readonly NewtonsoftContentSerializer _serializer = new(GatewayJson.Settings);

    [Fact]
    public async Task Content_is_camel_case_json_in_utf8()
    {
        using var content = _serializer.ToHttpContent(new UserDraft("Zoë", "zoe@example.org"));

        Assert.Equal("application/json; charset=utf-8", content.Headers.ContentType!.ToString());
        Assert.Equal("""{"name":"Zoë","email":"zoe@example.org"}""", await content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Content_is_read_whatever_the_case_of_its_names()
    {
        using var content = new StringContent("""{"NAME":"Ada","email":"a@example.org"}""", Encoding.UTF8, "application/json");

        Assert.Equal(new UserDraft("Ada", "a@example.org"), await _serializer.FromHttpContentAsync<UserDraft>(content));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_date_stays_as_it_is()
    {
        using var content = new StringContent("""{"name":"2026-01-05T09:30:00Z","email":"a@example.org"}""");

        var draft = await _serializer.FromHttpContentAsync<UserDraft>(content);

        Assert.Equal("2026-01-05T09:30:00Z", draft!.Name);
    }

    [Fact]
    public async Task No_content_is_nothing()
    {
        using var content = new StringContent("");

        Assert.Null(await _serializer.FromHttpContentAsync<UserDraft>(content));
    }

    [Fact]
    public void A_property_may_name_its_own_field()
    {
        Assert.Equal("e_mail", _serializer.GetFieldNameForProperty(typeof(Renamed).GetProperty(nameof(Renamed.Email))!));
        Assert.Null(_serializer.GetFieldNameForProperty(typeof(UserDraft).GetProperty(nameof(UserDraft.Email))!));
    }

    private sealed record Renamed([property: JsonProperty("e_mail")] string Email);
}
