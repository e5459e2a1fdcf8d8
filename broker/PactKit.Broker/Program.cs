using PactKit.Broker;

var app = BrokerApp.Build(args);
await app.RunAsync();
