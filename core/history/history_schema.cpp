// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_schema.h"

#include "core/history/history_views.h"
#include "core/history/run_columns.h"
#include "core/history/sql_text.h"

namespace soak
{

namespace
{

std::string_view typeOf(SqlDialect dialect, SqlKind kind)
{
    switch (kind) {
    case SqlKind::Integer:
        return integerType(dialect);
    case SqlKind::Number:
        return numberType(dialect);
    case SqlKind::Text:
        break;
    }
    return "TEXT";
}

std::string runsTable(SqlDialect dialect)
{
    const std::string integer(integerType(dialect));
    std::string sql = "CREATE TABLE runs (\n  run_no " + std::string(numberedKey(dialect)) +
                      ",\n  version " + integer + " NOT NULL,\n  superseded_by " + integer +
                      ",\n  lineage TEXT NOT NULL,\n  identity TEXT NOT NULL,\n"
                      "  content_sha256 TEXT NOT NULL,\n  iterations_sha256 TEXT NOT NULL,\n"
                      "  folder TEXT NOT NULL,\n  imported_ms " +
                      integer + " NOT NULL";
    for (const RunColumn& column : runColumns()) {
        sql += ",\n  " + column.name + " " + std::string(typeOf(dialect, column.kind)) +
               (column.isRequired ? " NOT NULL" : "");
    }
    return sql + ",\n  UNIQUE (identity, content_sha256))";
}

std::string iterationsTable(SqlDialect dialect)
{
    const std::string integer(integerType(dialect));
    std::string sql = "CREATE TABLE iterations (\n  id " + integer + " PRIMARY KEY,\n  utc_ms " +
                      integer + ",\n  phase TEXT,\n  tuning_applied " + integer;
    for (const KpiSpec& spec : kpiSpecs()) {
        sql += ",\n  " + std::string(spec.key) + " " + std::string(numberType(dialect));
    }
    return sql + ")";
}

std::vector<std::string> firstForm(SqlDialect dialect)
{
    const std::string integer(integerType(dialect));
    return {runsTable(dialect),
            "CREATE INDEX runs_by_lineage ON runs (lineage)",
            "CREATE INDEX runs_by_start ON runs (started_ms)",
            "CREATE INDEX runs_by_state ON runs (state_sha256)",
            iterationsTable(dialect),
            "CREATE TABLE folders (\n  folder TEXT PRIMARY KEY,\n  run_no " + integer +
                " NOT NULL REFERENCES runs (run_no),\n  mark TEXT NOT NULL,\n  seen_ms " + integer +
                " NOT NULL)",
            "CREATE INDEX folders_by_run ON folders (run_no)",
            "CREATE TABLE lineages (\n  identity TEXT PRIMARY KEY,\n  lineage TEXT NOT NULL)"};
}

// What people say about runs. It is keyed by lineage, not by number, so that it survives a history
// that is made again from the folders.
std::vector<std::string> secondForm(SqlDialect dialect)
{
    const std::string integer(integerType(dialect));
    const std::string key(numberedKey(dialect));
    const std::string said =
        " TEXT NOT NULL,\n  said_by TEXT NOT NULL,\n  at_ms " + integer + " NOT NULL,\n  ";
    std::vector<std::string> sql{
        "CREATE TABLE tags (\n  lineage TEXT NOT NULL,\n  tag" + said +
            "PRIMARY KEY (lineage, tag))",
        "CREATE TABLE notes (\n  note_no " + key + ",\n  lineage TEXT NOT NULL,\n  note" + said +
            "UNIQUE (lineage, at_ms, said_by, note))",
        "CREATE TABLE releases (\n  lineage TEXT NOT NULL,\n  release" + said +
            "PRIMARY KEY (lineage, release))",
        "CREATE TABLE decisions (\n  decision_no " + key +
            ",\n  lineage TEXT NOT NULL,\n  content_sha256 TEXT NOT NULL,\n  decision TEXT NOT "
            "NULL,\n  why" +
            said + "UNIQUE (lineage, at_ms, said_by, decision, why))",
        "CREATE INDEX decisions_by_lineage ON decisions (lineage)"};
    if (dialect == SqlDialect::Sqlite) {
        sql.push_back("CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT "
                      "RAISE(ABORT, 'a decision is never changed'); END");
        sql.push_back("CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT "
                      "RAISE(ABORT, 'a decision is never removed'); END");
    } else {
        sql.push_back("CREATE FUNCTION soak_decisions_stay() RETURNS trigger LANGUAGE plpgsql AS "
                      "$$ BEGIN RAISE EXCEPTION 'a decision is never changed or removed'; END $$");
        sql.push_back("CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON decisions FOR "
                      "EACH ROW EXECUTE FUNCTION soak_decisions_stay()");
    }
    for (std::string& view : viewsSql(dialect)) {
        sql.push_back(std::move(view));
    }
    return sql;
}

// Which runs were made alike. It can be read off the folders alone, so all are read again by the
// next import.
std::vector<std::string> thirdForm(SqlDialect dialect)
{
    return {"CREATE TABLE configurations (\n  run_no " + std::string(integerType(dialect)) +
                " PRIMARY KEY REFERENCES runs (run_no) ON DELETE CASCADE,\n  configuration TEXT "
                "NOT NULL)",
            "CREATE INDEX configurations_by_text ON configurations (configuration)",
            "UPDATE folders SET mark = ''"};
}

Result<bool> hasTable(SqlConnection& connection, std::string_view name)
{
    const std::array<SqlCell, 1> parameters{name};
    SOAK_TRY(const auto rows,
             connection.query(connection.dialect() == SqlDialect::Sqlite
                                  ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
                                  : "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() "
                                    "AND tablename = ?",
                              parameters));
    return !rows.empty();
}

Status migrateOnce(SqlConnection& connection, int from)
{
    SOAK_TRY(SqlTransaction transaction, SqlTransaction::begin(connection));
    // Another program may have done it while we waited.
    SOAK_TRY(const int present, schemaVersion(connection));
    if (present != from) {
        return Done{};
    }
    if (from == 0) {
        SOAK_CHECK(connection.execute("CREATE TABLE history_schema (version " +
                                      std::string(integerType(connection.dialect())) +
                                      " NOT NULL)"));
        SOAK_CHECK(connection.execute("INSERT INTO history_schema (version) VALUES (0)"));
    }
    for (const std::string& sql : migrationSql(connection.dialect(), from + 1)) {
        SOAK_CHECK(connection.execute(sql));
    }
    const std::array<SqlCell, 1> parameters{std::int64_t{from + 1}};
    SOAK_CHECK(connection.execute("UPDATE history_schema SET version = ?", parameters));
    return transaction.commit();
}

} // namespace

std::vector<std::string> migrationSql(SqlDialect dialect, int version)
{
    SOAK_ASSERT(version >= 1 && version <= kHistorySchemaVersion);
    return version == 1   ? firstForm(dialect)
           : version == 2 ? secondForm(dialect)
                          : thirdForm(dialect);
}

Result<int> schemaVersion(SqlConnection& connection)
{
    // In this order: both tables come in one transaction, and whoever sees `runs` sees the other
    // one too. The other way round, a history that is made between the two questions is a
    // stranger's.
    SOAK_TRY(const bool hasRuns, hasTable(connection, "runs"));
    SOAK_TRY(const bool hasOurs, hasTable(connection, "history_schema"));
    if (!hasOurs) {
        if (hasRuns) {
            return Error{Errc::Environment,
                         "the database holds something else, and has a table "
                         "'runs'; give the history one of its own",
                         connection.place()};
        }
        return 0;
    }
    SOAK_TRY(const auto rows, connection.query("SELECT version FROM history_schema"));
    if (rows.size() != 1 || isNull(rows[0][0])) {
        return Error{Errc::Environment, "the history does not say which form it has",
                     connection.place()};
    }
    const std::int64_t version = integerOf(rows[0][0]);
    if (version > kHistorySchemaVersion || version < 0) {
        return Error{Errc::Environment,
                     "the history has form " + std::to_string(version) +
                         ", of a newer soak; this one knows forms up to " +
                         std::to_string(kHistorySchemaVersion) + ": update soak",
                     connection.place()};
    }
    return static_cast<int>(version);
}

Status migrate(SqlConnection& connection, int upTo)
{
    for (int step = 0; step <= kHistorySchemaVersion; ++step) {
        SOAK_TRY(const int present, schemaVersion(connection));
        if (present >= upTo) {
            break;
        }
        SOAK_CHECK(migrateOnce(connection, present));
    }
    return Done{};
}

} // namespace soak
