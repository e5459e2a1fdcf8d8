using System.Data;
using FluentMigrator;
using FluentMigrator.Builders.Create.Table;

namespace PactKit.Broker.Storage.Migrations;

/// <summary>The columns every table has, named once.</summary>
internal static class MigrationColumns
{
    public static ICreateTableColumnOptionOrWithColumnSyntax WithId(this ICreateTableWithColumnOrSchemaOrDescriptionSyntax table) =>
        table.WithColumn("id").AsInt64().NotNullable().PrimaryKey().Identity();

    /// <summary>Text of any length, whatever the database calls it.</summary>
    public static ICreateTableColumnOptionOrWithColumnSyntax AsText(this ICreateTableColumnAsTypeSyntax column) => column.AsCustom("TEXT");

    public static ICreateTableColumnOptionOrForeignKeyCascadeOrWithColumnSyntax References(this ICreateTableColumnAsTypeSyntax column, string table) =>
        column.AsInt64().NotNullable().ForeignKey(table, "id").OnDelete(Rule.Cascade);

    /// <summary>Microseconds since 1970 UTC, see <see cref="Moment"/>.</summary>
    public static void WithTimes(this ICreateTableColumnOptionOrWithColumnSyntax table) => table
        .WithColumn("created_at").AsInt64().NotNullable()
        .WithColumn("updated_at").AsInt64().NotNullable();

    public static void Drop(this Migration migration, params string[] tables)
    {
        foreach (var table in tables) migration.Delete.Table(table);
    }
}
