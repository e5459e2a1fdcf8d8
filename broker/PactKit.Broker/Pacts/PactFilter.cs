namespace PactKit.Broker.Pacts;

/// <summary>
/// Which publications a list shows, as a condition over <c>pp</c> (publication), <c>c</c> (consumer) and <c>cv</c> (its version).
/// "Head" means the head version has to own the pact; "latest with" means the newest version that has the tag and a pact.
/// </summary>
internal sealed record PactFilter(string Condition, string? Name = null)
{
    public static readonly PactFilter All = new("TRUE");

    public static readonly PactFilter Latest = new("""
        pp.consumer_version_id = (SELECT max(x.consumer_version_id) FROM pact_publications x
            WHERE x.is_current AND x.consumer_id = pp.consumer_id AND x.provider_id = pp.provider_id)
        """);

    public static readonly PactFilter LatestUntagged = new("""
        pp.consumer_version_id = (SELECT max(x.consumer_version_id) FROM pact_publications x
            WHERE x.is_current AND x.consumer_id = pp.consumer_id AND x.provider_id = pp.provider_id
              AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = x.consumer_version_id))
        """);

    public static readonly PactFilter OnMainBranch = new("""
        EXISTS (SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = cv.id AND b.name = c.main_branch)
        """);

    public static readonly PactFilter MainBranchHead = new("""
        EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = cv.id AND b.name = c.main_branch)
        """);

    public static readonly PactFilter OnBranchLatestOrMainBranchHead = new("""
        (EXISTS (SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = cv.id AND b.name = 'latest')
         OR NOT EXISTS (SELECT 1 FROM branches b WHERE b.pacticipant_id = c.id AND b.name = 'latest')
            AND EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = cv.id AND b.name = c.main_branch))
        """);

    public static PactFilter Version(string number) => new("cv.number = @name", number);

    public static PactFilter Tagged(string tag) => new("EXISTS (SELECT 1 FROM tags t WHERE t.version_id = cv.id AND t.name = @name)", tag);

    public static PactFilter LatestTagged(string tag) => new("""
        pp.consumer_version_id = (SELECT max(x.consumer_version_id) FROM pact_publications x JOIN tags t ON t.version_id = x.consumer_version_id
            WHERE x.is_current AND x.consumer_id = pp.consumer_id AND x.provider_id = pp.provider_id AND t.name = @name)
        """, tag);

    public static PactFilter OnBranch(string branch) => new("""
        EXISTS (SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id WHERE bv.version_id = cv.id AND b.name = @name)
        """, branch);

    public static PactFilter LatestOnBranch(string branch) => new("""
        pp.consumer_version_id = (SELECT max(x.consumer_version_id) FROM pact_publications x
            JOIN branch_versions bv ON bv.version_id = x.consumer_version_id JOIN branches b ON b.id = bv.branch_id
            WHERE x.is_current AND x.consumer_id = pp.consumer_id AND x.provider_id = pp.provider_id AND b.name = @name)
        """, branch);

    /// <summary>Deployed there now, or released there and supported.</summary>
    public static PactFilter InEnvironment(string environment) => new("""
        (EXISTS (SELECT 1 FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
                 WHERE d.version_id = cv.id AND d.currently_deployed AND e.name = @name)
         OR EXISTS (SELECT 1 FROM released_versions r JOIN environments e ON e.id = r.environment_id
                 WHERE r.version_id = cv.id AND r.support_ended_at IS NULL AND e.name = @name))
        """, environment);

    public static PactFilter BranchHead(string branch) => new("EXISTS (SELECT 1 FROM branches b WHERE b.head_version_id = cv.id AND b.name = @name)", branch);
}
