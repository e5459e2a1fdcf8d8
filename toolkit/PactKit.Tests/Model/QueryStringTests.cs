using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class QueryStringTests
{
    [Theory]
    [InlineData("a=1&b=2", "a=[1] b=[2]")]
    [InlineData("?a=1", "?a=[1]")]
    [InlineData("a=1&a=2&b=3&a=4", "a=[1][2][4] b=[3]")]
    [InlineData("a", "a=null")]
    [InlineData("a=", "a=[]")]
    [InlineData("a=b=c", "a=[b=c]")]
    [InlineData("&&a=1&", "a=[1]")]
    [InlineData("a=x+y%20z", "a=[x y z]")]
    [InlineData("a=%C3%A9", "a=[é]")]
    [InlineData("a=100%", "a=[100%]")]
    [InlineData("a=%zz%4", "a=[%zz%4]")]
    [InlineData("a%5B0%5D=é", "a[0]=[é]")]
    [InlineData("", "")]
    public void A_query_is_decoded_into_names_and_values(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', QueryString.Parse(query).Select(q => $"{q.Key}={string.Concat(q.Value.Select(v => v is null ? "null" : $"[{v}]"))}")));

    [Theory]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("a=x y&a=é", "a=x+y&a=%c3%a9")]
    [InlineData("a=1.5_~", "a=1%2e5%5f%7e")]
    [InlineData("a-b[]=1", "a-b[]=1")]
    [InlineData("a%26b=1", "a%26b=1")]
    [InlineData("a%2541=1", "a%2541=1")]
    [InlineData("a%2Bb=1", "a%2bb=1")]
    [InlineData("a b=1", "a+b=1")]
    [InlineData("a?b=1", "a%3fb=1")]
    [InlineData("a%3Db=1", "a%3db=1")]
    [InlineData("a", "a")]
    [InlineData("a=", "a=")]
    public void A_query_is_written_sorted_and_encoded(string query, string expected) =>
        Assert.Equal(expected, QueryString.Write(QueryString.Parse(query)));

    [Theory]
    [InlineData("Accept", "a, b;q=1 ,c", new[] { "a", "b;q=1", "c" })]
    [InlineData("cache-control", "no-cache", new[] { "no-cache" })]
    [InlineData("X-Thing", " a, b ", new[] { "a, b" })]
    public void Only_known_list_headers_are_split_at_commas(string name, string line, string[] expected) =>
        Assert.Equal(expected, HeaderValues.Split(name, line));

    [Theory]
    [InlineData(PactSpecification.V2, """{"query":"a=1&b="}""", "a,b")]
    [InlineData(PactSpecification.V2, """{"query":{"a":"1"}}""", "")]
    [InlineData(PactSpecification.V3, """{"query":{"a":"1","b":["2",null],"c":3}}""", "a,b,c")]
    [InlineData(PactSpecification.V3, """{"query":"a=1"}""", "a")]
    [InlineData(PactSpecification.V4, """{"query":{"a":["1"]}}""", "a")]
    [InlineData(PactSpecification.V4, """{"query":null}""", "")]
    public void A_request_takes_its_query_in_the_forms_of_its_version(PactSpecification specification, string json, string names) =>
        Assert.Equal(names, string.Join(',', PactReader.ReadRequest(Reading.Json(json), specification).Query.Keys));
}
