using System.Net;
using System.Net.Sockets;

namespace PactKit.Plugins.Processes;

/// <summary>Connects to a port of this machine and of no other, whatever proxies are set: some plugins listen on IPv6 only, some on IPv4 only.</summary>
internal static class Loopback
{
    public static SocketsHttpHandler Handler(int port) => new()
    {
        UseProxy = false,
        EnableMultipleHttp2Connections = true,
        ConnectCallback = async (_, cancellation) =>
        {
            try
            {
                return await ConnectAsync(IPAddress.Loopback, port, cancellation);
            }
            catch (SocketException)
            {
                return await ConnectAsync(IPAddress.IPv6Loopback, port, cancellation);
            }
        },
    };

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
