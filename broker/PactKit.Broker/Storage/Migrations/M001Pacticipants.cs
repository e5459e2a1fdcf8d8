using FluentMigrator;

namespace PactKit.Broker.Storage.Migrations;

[Migration(1, "Pacticipants, labels, versions, branches and tags. A version's id is its order: latest means created last.")]
public sealed class M001Pacticipants : Migration
{
    public override void Up()
    {
        Create.Table("pacticipants").WithId()
            .WithColumn("name").AsText().NotNullable().Unique()
            .WithColumn("display_name").AsText().Nullable()
            .WithColumn("main_branch").AsText().Nullable()
            .WithColumn("repository_url").AsText().Nullable()
            .WithColumn("repository_name").AsText().Nullable()
            .WithColumn("repository_namespace").AsText().Nullable()
            .WithTimes();

        Create.Table("labels").WithId()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("name").AsText().NotNullable()
            .WithTimes();
        Create.Index("ux_labels").OnTable("labels").OnColumn("pacticipant_id").Ascending().OnColumn("name").Ascending().WithOptions().Unique();

        Create.Table("versions").WithId()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("number").AsText().NotNullable()
            .WithColumn("build_url").AsText().Nullable()
            .WithTimes();
        Create.Index("ux_versions").OnTable("versions").OnColumn("pacticipant_id").Ascending().OnColumn("number").Ascending().WithOptions().Unique();
        Create.Index("ix_versions_order").OnTable("versions").OnColumn("pacticipant_id").Ascending().OnColumn("id").Ascending();

        Create.Table("branches").WithId()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("name").AsText().NotNullable()
            .WithColumn("head_version_id").AsInt64().Nullable()
            .WithTimes();
        Create.Index("ux_branches").OnTable("branches").OnColumn("pacticipant_id").Ascending().OnColumn("name").Ascending().WithOptions().Unique();
        Create.Index("ix_branches_head").OnTable("branches").OnColumn("head_version_id").Ascending();

        Create.Table("branch_versions").WithId()
            .WithColumn("branch_id").References("branches")
            .WithColumn("version_id").References("versions")
            .WithColumn("auto_created").AsBoolean().NotNullable().WithDefaultValue(false)
            .WithTimes();
        Create.Index("ux_branch_versions").OnTable("branch_versions").OnColumn("branch_id").Ascending().OnColumn("version_id").Ascending().WithOptions().Unique();
        Create.Index("ix_branch_versions_version").OnTable("branch_versions").OnColumn("version_id").Ascending();

        Create.Table("tags").WithId()
            .WithColumn("pacticipant_id").References("pacticipants")
            .WithColumn("version_id").References("versions")
            .WithColumn("name").AsText().NotNullable()
            .WithTimes();
        Create.Index("ux_tags").OnTable("tags").OnColumn("version_id").Ascending().OnColumn("name").Ascending().WithOptions().Unique();
        Create.Index("ix_tags_latest").OnTable("tags").OnColumn("pacticipant_id").Ascending().OnColumn("name").Ascending().OnColumn("version_id").Ascending();
    }

    public override void Down() => this.Drop("tags", "branch_versions", "branches", "versions", "labels", "pacticipants");
}
