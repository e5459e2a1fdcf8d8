using FluentMigrator;

namespace PactKit.Broker.Storage.Migrations;

[Migration(4, "Environments, deployed versions and released versions.")]
public sealed class M004Environments : Migration
{
    public override void Up()
    {
        Create.Table("environments").WithId()
            .WithColumn("uuid").AsText().NotNullable().Unique()
            .WithColumn("name").AsText().NotNullable().Unique()
            .WithColumn("display_name").AsText().Nullable()
            .WithColumn("production").AsBoolean().NotNullable()
            .WithColumn("contacts").AsText().Nullable()
            .WithTimes();

        Create.Table("deployed_versions").WithId()
            .WithColumn("uuid").AsText().NotNullable().Unique()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("version_id").References("versions")
            .WithColumn("environment_id").References("environments")
            .WithColumn("application_instance").AsText().NotNullable()
            .WithColumn("currently_deployed").AsBoolean().NotNullable()
            .WithColumn("auto_created").AsBoolean().NotNullable()
            .WithColumn("undeployed_at").AsInt64().Nullable()
            .WithTimes();
        Create.Index("ix_deployed_versions_version").OnTable("deployed_versions").OnColumn("version_id").Ascending();
        // One current version per slot; the empty instance is a slot of its own.
        Execute.Sql("CREATE UNIQUE INDEX ux_deployed_versions_slot ON deployed_versions (pacticipant_id, environment_id, application_instance) WHERE currently_deployed");
        Execute.Sql("CREATE INDEX ix_deployed_versions_environment ON deployed_versions (environment_id, pacticipant_id) WHERE currently_deployed");

        Create.Table("released_versions").WithId()
            .WithColumn("uuid").AsText().NotNullable().Unique()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("version_id").References("versions")
            .WithColumn("environment_id").References("environments")
            .WithColumn("support_ended_at").AsInt64().Nullable()
            .WithTimes();
        Create.Index("ux_released_versions").OnTable("released_versions").OnColumn("version_id").Ascending()
            .OnColumn("environment_id").Ascending().WithOptions().Unique();
        Execute.Sql("CREATE INDEX ix_released_versions_environment ON released_versions (environment_id, pacticipant_id) WHERE support_ended_at IS NULL");
    }

    public override void Down() => this.Drop("released_versions", "deployed_versions", "environments");
}
