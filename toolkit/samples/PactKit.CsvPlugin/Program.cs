using PactKit.CsvPlugin;

await PluginServer.RunAsync();
