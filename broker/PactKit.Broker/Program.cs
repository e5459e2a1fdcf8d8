using PactKit.Broker;
using PactKit.Broker.Upkeep;

if (args is [HealthCheck.Command, .. var settings]) return await HealthCheck.RunAsync(settings);

NativeMemory.GiveBackEarly();
var app = BrokerApp.Build(args);
await app.RunAsync();
return 0;
