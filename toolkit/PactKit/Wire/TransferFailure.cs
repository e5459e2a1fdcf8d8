using System.Net.Sockets;

namespace PactKit.Wire;

/// <summary>What went wrong between us and a server, in words that follow its name: "… closed the connection …".</summary>
internal static class TransferFailure
{
    /// <summary>It is a failure of the transfer, not of the program.</summary>
    public static bool Is(Exception fault) => fault is HttpRequestException or IOException or InvalidDataException;

    public static string Say(Exception fault) => (fault switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"could not be reached over TLS: {Innermost(fault).Message} Trust its certificate, or switch the check of certificates off",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => $"did not answer in HTTP: {Innermost(fault).Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"gave an answer that is too long: {Innermost(fault).Message}",
        InvalidDataException => "gave an answer that cannot be unpacked: its bytes are not what its Content-Encoding says",
        _ when IsCutOff(fault) => "closed the connection before its answer was complete",
        _ => $"could not be reached: {Innermost(fault).Message}",
    }).TrimEnd('.');

    private static bool IsCutOff(Exception fault) =>
        fault is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } || Innermost(fault) is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
        || Innermost(fault) is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown };

    // The outer ones only say that something went wrong.
    private static Exception Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner) fault = inner;
        return fault;
    }
}
