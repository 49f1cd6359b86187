// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_views.h"

#include "core/history/run_columns.h"

namespace soak
{

namespace
{

// A time that a reader of the dialect takes for one.
std::string timeOf(SqlDialect dialect, const std::string& column)
{
    return dialect == SqlDialect::Sqlite
               ? "strftime('%Y-%m-%dT%H:%M:%SZ', " + column + " / 1000, 'unixepoch')"
               : "to_timestamp(" + column + " / 1000.0)";
}

// The words `column` of `table` about a run, in order, separated by spaces.
std::string wordsOf(SqlDialect dialect, const std::string& table, const std::string& column)
{
    if (dialect == SqlDialect::Sqlite) {
        return "(SELECT group_concat(w, ' ') FROM (SELECT " + column + " AS w FROM " + table +
               " WHERE " + table + ".lineage = r.lineage ORDER BY " + column + "))";
    }
    return "(SELECT string_agg(" + column + ", ' ' ORDER BY " + column + ") FROM " + table +
           " WHERE " + table + ".lineage = r.lineage)";
}

std::string lastDecision()
{
    return "(SELECT decision FROM decisions d WHERE d.lineage = r.lineage ORDER BY d.at_ms DESC, "
           "d.decision_no DESC LIMIT 1)";
}

std::string runOverview(SqlDialect dialect)
{
    std::string sql =
        "CREATE VIEW run_overview AS\nSELECT r.run_no, r.version, r.name, r.run_id, " +
        timeOf(dialect, "r.started_ms") + " AS started, " + timeOf(dialect, "r.last_iteration_ms") +
        " AS last_iteration, r.started_ms, r.engine, r.scenario, r.seed, r.profile, "
        "r.gate_profile, r.state, r.ended, r.iterations_planned, r.iterations_read, r.verdict, "
        "r.verdict_why, r.gates_verdict, r.problems, r.unreadable, " +
        wordsOf(dialect, "tags", "tag") + " AS tags, " + wordsOf(dialect, "releases", "release") +
        " AS releases, " + lastDecision() +
        " AS decision, r.state_sha256, r.content_sha256, r.folder";
    for (const Metric metric : goalMetrics()) {
        const std::string key(specOf(metric).key);
        sql += ", r." + lastNColumn(metric) + ", r." + key + "_margin";
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        sql += ", r." + parameterColumn(spec.name);
    }
    return sql + "\nFROM runs r WHERE r.superseded_by IS NULL";
}

std::string kpiByRunView(SqlDialect dialect)
{
    std::string sql = "CREATE VIEW kpi_by_run AS\nSELECT r.run_no, r.name, " +
                      timeOf(dialect, "r.started_ms") +
                      " AS started, r.started_ms, r.engine, r.scenario, r.profile, r.verdict, " +
                      wordsOf(dialect, "releases", "release") + " AS releases";
    for (const KpiSpec& spec : kpiSpecs()) {
        sql += ", r." + lastNColumn(spec.metric) + ", r." + meanColumn(spec.metric);
    }
    return sql + "\nFROM runs r WHERE r.superseded_by IS NULL AND r.started_ms IS NOT NULL AND "
                 "r.verdict IS NOT NULL";
}

std::string iterationValues(SqlDialect dialect)
{
    std::string sql = "CREATE VIEW iteration_values AS\nSELECT r.run_no, i.id - (r.run_no "
                      "<< 32) AS iteration, r.name, " +
                      timeOf(dialect, "i.utc_ms") +
                      " AS utc, i.utc_ms, r.engine, r.scenario, i.phase, i.tuning_applied";
    for (const KpiSpec& spec : kpiSpecs()) {
        sql += ", i." + std::string(spec.key);
    }
    // So that asking for one run reads the iterations of one run.
    return sql + "\nFROM runs r JOIN iterations i ON i.id >= (r.run_no << 32) AND i.id < "
                 "((r.run_no + 1) << 32)";
}

std::string decisionLog(SqlDialect dialect)
{
    return "CREATE VIEW decision_log AS\nSELECT d.decision_no, " + timeOf(dialect, "d.at_ms") +
           " AS decided, d.decision, d.said_by, d.why, d.lineage, d.content_sha256, (SELECT "
           "max(r.run_no) FROM runs r WHERE r.lineage = d.lineage) AS run_no\nFROM decisions d";
}

} // namespace

std::vector<std::string> viewsSql(SqlDialect dialect)
{
    return {runOverview(dialect), kpiByRunView(dialect), iterationValues(dialect),
            decisionLog(dialect)};
}

} // namespace soak
