using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace UserService.Json;

/// <summary>How this service writes and reads the gateway's JSON.</summary>
internal static class GatewayJson
{
    public static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 32,
    };
}
