namespace PactKit;

/// <summary>The request builders of versions 2, 3 and 4, as this library's extensions see them. There is nothing to implement.</summary>
public interface IRequestPart : IHttpPart;

/// <summary>The response builders of versions 2, 3 and 4, as this library's extensions see them. There is nothing to implement.</summary>
public interface IResponsePart : IHttpPart;

/// <summary>What has headers and a body: a request or a response.</summary>
public interface IHttpPart;

/// <summary>The message builders of versions 3 and 4, as this library's extensions see them. There is nothing to implement.</summary>
public interface IMessagePart;
