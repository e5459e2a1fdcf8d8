namespace PactKit.Broker.Importing;

/// <summary>Where the data go: a database, or a broker that runs.</summary>
internal interface IImportTarget
{
    /// <summary>Returns how many rows were new.</summary>
    Task<int> ApplyAsync(ImportBatch batch, CancellationToken ct);

    Task<ImportedAlready> KnownAsync(string consumer, CancellationToken ct);

    /// <summary>May it be deployed? By the query of a matrix; null when that is not known.</summary>
    Task<bool?> MayDeployAsync(string query, CancellationToken ct);
}
