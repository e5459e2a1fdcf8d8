using FluentMigrator;

namespace PactKit.Broker.Storage.Migrations;

[Migration(3, "Verification results; the id is the number in the URL.")]
public sealed class M003Verifications : Migration
{
    public override void Up()
    {
        Create.Table("verifications").WithId()
            .WithColumn("pact_version_id").References("pact_versions")
            .WithColumn("consumer_id").References("pacticipants")
            .WithColumn("provider_id").References("pacticipants")
            .WithColumn("provider_version_id").References("versions")
            .WithColumn("success").AsBoolean().NotNullable()
            .WithColumn("wip").AsBoolean().NotNullable()
            .WithColumn("pact_pending").AsBoolean().NotNullable()
            // The newest result of this provider version for this content: what the matrix reads.
            .WithColumn("is_latest").AsBoolean().NotNullable()
            .WithColumn("build_url").AsText().Nullable()
            .WithTimes();
        Create.Index("ix_verifications_pact").OnTable("verifications").OnColumn("pact_version_id").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_verifications_provider_version").OnTable("verifications").OnColumn("provider_version_id").Ascending()
            .OnColumn("pact_version_id").Ascending();
        Create.Index("ix_verifications_pair").OnTable("verifications").OnColumn("provider_id").Ascending().OnColumn("consumer_id").Ascending();

        // Apart from the result, so that the matrix never reads a test report.
        Create.Table("verification_details")
            .WithColumn("verification_id").AsInt64().NotNullable().PrimaryKey().ForeignKey("verifications", "id").OnDelete(System.Data.Rule.Cascade)
            .WithColumn("test_results").AsText().Nullable()
            .WithColumn("verified_by").AsText().Nullable()
            .WithColumn("metadata").AsText().Nullable();

        // The provider version's tags at the moment of publishing: the rules for WIP by tag look at these, not at today's tags.
        Create.Table("verification_tags").WithId()
            .WithColumn("verification_id").References("verifications")
            .WithColumn("pact_version_id").References("pact_versions")
            .WithColumn("name").AsText().NotNullable();
        Create.Index("ix_verification_tags").OnTable("verification_tags").OnColumn("pact_version_id").Ascending().OnColumn("name").Ascending();
        Create.Index("ix_verification_tags_verification").OnTable("verification_tags").OnColumn("verification_id").Ascending();
    }

    public override void Down() => this.Drop("verification_tags", "verification_details", "verifications");
}
