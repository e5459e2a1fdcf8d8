using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Tests.Protocol;

public sealed class ProtoJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":-2.5,"c":"x","d":[true,false,null,{}],"e":{"":[]}}""")]
    [InlineData("{}")]
    [InlineData("""{"z":1,"a":9007199254740992}""")]
    public void Json_survives_the_wire(string json)
    {
        var parsed = Struct.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(ProtoJson.ToStruct(JsonElement.Parse(json))));

        Assert.Equal(json, JsonSerializer.Serialize(ProtoJson.ToJson(parsed)));
    }

    [Fact]
    public void A_number_that_is_none_becomes_null() =>
        Assert.Equal("null", ProtoJson.ToJson(Value.ForNumber(double.NaN)).GetRawText());

    [Fact]
    public void Nothing_is_an_empty_object_or_null()
    {
        Assert.Equal("{}", ProtoJson.ToJson((Struct?)null).GetRawText());
        Assert.Equal("null", ProtoJson.ToJson((Value?)null).GetRawText());
        Assert.Equal("null", ProtoJson.ToJson(new Value()).GetRawText());
    }

    [Fact]
    public void What_is_no_object_is_refused() =>
        Assert.Throws<ArgumentException>(() => ProtoJson.ToStruct(JsonElement.Parse("[]")));
}
