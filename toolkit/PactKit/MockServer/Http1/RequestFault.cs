namespace PactKit.MockServer.Http1;

/// <summary>What came is no request that can be answered as one: the client is told so, and the connection ends.</summary>
internal sealed class RequestFault(int status, string message) : Exception(message)
{
    public int Status => status;
}
