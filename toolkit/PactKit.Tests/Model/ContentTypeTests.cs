using System.Text;
using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("application/json", "json")]
    [InlineData("Application/JSON; charset=utf-8", "json")]
    [InlineData("application/hal+json", "json")]
    [InlineData("application/json-patch", "json")]
    [InlineData("application/graphql", "json")]
    [InlineData("application/xml", "xml")]
    [InlineData("text/xml", "xml")]
    [InlineData("application/soap+xml", "xml")]
    [InlineData("application/x-www-form-urlencoded", "form")]
    [InlineData("text/plain", "text")]
    [InlineData("text/html", "text")]
    [InlineData("text/json", "text")]
    [InlineData("multipart/form-data;boundary=x", "binary")]
    [InlineData("image/png", "binary")]
    [InlineData("image/svg+xml", "binary")]
    [InlineData("application/pdf", "binary")]
    [InlineData("application/octet-stream", "binary")]
    [InlineData("*/*", "binary")]
    public void A_content_type_belongs_to_a_class(string text, string expected)
    {
        Assert.True(ContentType.TryParse(text, out var type));
        var actual = type.IsJson ? "json" : type.IsXml ? "xml" : type.IsForm ? "form" : type.IsText ? "text" : "binary";
        Assert.Equal(expected, actual);
        Assert.Equal(expected == "binary", type.IsBinary);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><a/>", "application/xml")]
    [InlineData("  <a>x</a>", "application/xml")]
    [InlineData("<!doctype html>", "text/html")]
    [InlineData("<HTML><body>", "text/html")]
    [InlineData("<htmlish/>", "application/xml")]
    [InlineData("{\"a\":1}", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("{ \n}", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("\"a\"", "application/json")]
    [InlineData("42", "application/json")]
    [InlineData("true", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{a}", "text/plain")]
    [InlineData("hello", "text/plain")]
    [InlineData("", "text/plain")]
    [InlineData("\uFEFF{\"a\":1}", "application/json")]
    [InlineData("abcdefghijklmnopqrstuvwxyz12345é", "text/plain")]
    [InlineData("[abcdefghijklmnopqrstuvwxyz123\ud83d\ude00]", "application/json")]
    public void Text_is_recognised_by_its_beginning(string text, string expected) =>
        Assert.Equal(expected, ContentType.Sniff(Encoding.UTF8.GetBytes(text)).ToString());

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_of_unknown_type() =>
        Assert.Equal(ContentType.Unknown, ContentType.Sniff([0x89, 0x50, 0x4E, 0x47, 0xFF]));

    [Fact]
    public void Types_and_parameter_values_compare_ignoring_case()
    {
        Assert.True(ContentType.TryParse("Text/Plain; Charset=UTF-8", out var a));
        Assert.True(ContentType.TryParse("text/plain;charset=utf-8", out var b));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(ContentType.TryParse("text/plain;charset=latin1", out var c));
        Assert.NotEqual(a, c);
    }

    [Theory]
    [InlineData("application/hal+json", "application/json")]
    [InlineData("application/json;charset=utf-8", "application/json")]
    [InlineData("text/vnd.x+xml", "text/xml")]
    public void The_base_type_is_what_the_suffix_says(string text, string expected)
    {
        Assert.True(ContentType.TryParse(text, out var type));
        Assert.Equal(expected, type.BaseType.ToString());
    }
}
