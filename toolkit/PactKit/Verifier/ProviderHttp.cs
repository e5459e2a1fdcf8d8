using System.Net;

namespace PactKit.Verifier;

/// <summary>Connections to a provider: no cookies, redirects followed, compressed answers read, as other verifiers do.</summary>
internal static class ProviderHttp
{
    public static HttpMessageInvoker Create(bool acceptAnyCertificate)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
        if (acceptAnyCertificate)
        {
#pragma warning disable CA5359 // The user asked for it.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return new HttpMessageInvoker(handler, disposeHandler: true);
    }
}
