using FluentMigrator;

namespace PactKit.Broker.Storage.Migrations;

[Migration(2, "Pact versions (contents), their publications, and integrations.")]
public sealed class M002Pacts : Migration
{
    public override void Up()
    {
        Create.Table("integrations").WithId()
            .WithColumn("consumer_id").References("pacticipants")
            .WithColumn("provider_id").References("pacticipants")
            .WithColumn("contract_data_updated_at").AsInt64().Nullable()
            .WithTimes();
        Create.Index("ux_integrations").OnTable("integrations").OnColumn("consumer_id").Ascending().OnColumn("provider_id").Ascending().WithOptions().Unique();
        Create.Index("ix_integrations_provider").OnTable("integrations").OnColumn("provider_id").Ascending();

        Create.Table("pact_versions").WithId()
            .WithColumn("consumer_id").References("pacticipants")
            .WithColumn("provider_id").References("pacticipants")
            .WithColumn("sha").AsText().NotNullable()
            .WithColumn("interactions_count").AsInt32().NotNullable()
            .WithColumn("messages_count").AsInt32().NotNullable()
            .WithTimes();
        Create.Index("ux_pact_versions").OnTable("pact_versions").OnColumn("consumer_id").Ascending()
            .OnColumn("provider_id").Ascending().OnColumn("sha").Ascending().WithOptions().Unique();
        Create.Index("ix_pact_versions_provider").OnTable("pact_versions").OnColumn("provider_id").Ascending();

        // Apart from its pact version, so that lists never read it.
        Create.Table("pact_contents")
            .WithColumn("pact_version_id").AsInt64().NotNullable().PrimaryKey().ForeignKey("pact_versions", "id").OnDelete(System.Data.Rule.Cascade)
            .WithColumn("content").AsText().NotNullable();

        Create.Table("pact_publications").WithId()
            .WithColumn("consumer_id").References("pacticipants")
            .WithColumn("provider_id").References("pacticipants")
            .WithColumn("consumer_version_id").References("versions")
            .WithColumn("pact_version_id").References("pact_versions")
            .WithColumn("revision").AsInt32().NotNullable()
            .WithColumn("is_current").AsBoolean().NotNullable()
            .WithTimes();
        Create.Index("ux_pact_publications").OnTable("pact_publications").OnColumn("consumer_version_id").Ascending()
            .OnColumn("provider_id").Ascending().OnColumn("revision").Ascending().WithOptions().Unique();
        Create.Index("ix_pact_publications_version").OnTable("pact_publications").OnColumn("pact_version_id").Ascending()
            .OnColumn("consumer_version_id").Ascending();
        Execute.Sql("CREATE INDEX ix_pact_publications_pair ON pact_publications (provider_id, consumer_id, consumer_version_id) WHERE is_current");
        Execute.Sql("CREATE INDEX ix_pact_publications_consumer ON pact_publications (consumer_id, consumer_version_id)");
    }

    public override void Down() => this.Drop("pact_publications", "pact_contents", "pact_versions", "integrations");
}
