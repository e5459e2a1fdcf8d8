using System.Net;
using System.Text;

namespace PactKit.Verifier;

/// <summary>Connections to a provider: no cookies, redirects followed, compressed answers read, as other verifiers do.</summary>
internal static class ProviderHttp
{
    public static HttpMessageInvoker Create(bool acceptAnyCertificate)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            // Without these a value beyond ASCII fails the request before it is sent, and comes back as something else.
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        if (acceptAnyCertificate)
        {
#pragma warning disable CA5359 // The user asked for it.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return new HttpMessageInvoker(handler, disposeHandler: true);
    }
}
