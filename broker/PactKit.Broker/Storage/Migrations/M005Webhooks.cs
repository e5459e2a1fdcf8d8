using FluentMigrator;

namespace PactKit.Broker.Storage.Migrations;

[Migration(5, "Webhooks, what they were triggered by, and every attempt. The triggered rows are the queue.")]
public sealed class M005Webhooks : Migration
{
    public override void Up()
    {
        Create.Table("webhooks").WithId()
            .WithColumn("uuid").AsText().NotNullable().Unique()
            .WithColumn("description").AsText().Nullable()
            .WithColumn("consumer_id").AsInt64().Nullable().ForeignKey("pacticipants", "id").OnDelete(System.Data.Rule.Cascade)
            .WithColumn("provider_id").AsInt64().Nullable().ForeignKey("pacticipants", "id").OnDelete(System.Data.Rule.Cascade)
            .WithColumn("consumer_label").AsText().Nullable()
            .WithColumn("provider_label").AsText().Nullable()
            .WithColumn("enabled").AsBoolean().NotNullable()
            .WithColumn("events").AsText().NotNullable()
            .WithColumn("request").AsText().NotNullable()
            .WithTimes();

        Create.Table("triggered_webhooks").WithId()
            .WithColumn("uuid").AsText().NotNullable().Unique()
            .WithColumn("webhook_id").AsInt64().Nullable().ForeignKey("webhooks", "id").OnDelete(System.Data.Rule.SetNull)
            .WithColumn("webhook_uuid").AsText().NotNullable()
            .WithColumn("consumer_id").References("pacticipants")
            .WithColumn("provider_id").References("pacticipants")
            .WithColumn("publication_id").References("pact_publications")
            .WithColumn("verification_id").AsInt64().Nullable().ForeignKey("verifications", "id").OnDelete(System.Data.Rule.Cascade)
            .WithColumn("trigger_type").AsText().NotNullable()
            .WithColumn("event_name").AsText().NotNullable()
            .WithColumn("context").AsText().NotNullable()
            .WithColumn("status").AsText().NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("due_at").AsInt64().Nullable()
            .WithTimes();
        Create.Index("ix_triggered_webhooks_webhook").OnTable("triggered_webhooks").OnColumn("webhook_id").Ascending();
        Create.Index("ix_triggered_webhooks_pair").OnTable("triggered_webhooks").OnColumn("consumer_id").Ascending().OnColumn("provider_id").Ascending();
        Create.Index("ix_triggered_webhooks_publication").OnTable("triggered_webhooks").OnColumn("publication_id").Ascending();
        Create.Index("ix_triggered_webhooks_verification").OnTable("triggered_webhooks").OnColumn("verification_id").Ascending();
        Execute.Sql("CREATE INDEX ix_triggered_webhooks_due ON triggered_webhooks (due_at) WHERE due_at IS NOT NULL");

        Create.Table("webhook_executions").WithId()
            .WithColumn("triggered_webhook_id").References("triggered_webhooks")
            .WithColumn("success").AsBoolean().NotNullable()
            .WithColumn("logs").AsText().NotNullable()
            .WithTimes();
        Create.Index("ix_webhook_executions").OnTable("webhook_executions").OnColumn("triggered_webhook_id").Ascending();
    }

    public override void Down() => this.Drop("webhook_executions", "triggered_webhooks", "webhooks");
}
