// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_read.h"

#include "core/base/text.h"
#include "core/history/history_record.h"

#include <functional>
#include <unordered_map>

namespace soak
{

namespace
{

std::string selectRuns()
{
    static const std::string columns = "SELECT r." + join(historyRunColumns(), ", r.");
    return columns;
}

// "(1, 2, 3)"; numbers of ours, so that nothing is to be escaped.
std::string numberList(const std::vector<HistoryRun>& runs)
{
    std::string list;
    for (const HistoryRun& run : runs) {
        list += (list.empty() ? "(" : ", ") + std::to_string(run.number);
    }
    return list + ")";
}

class RunDetails final
{
public:
    RunDetails(HistoryStore& store, std::vector<HistoryRun>& runs)
        : m_store(store), m_sql(store.connection()), m_among(numberList(runs))
    {
        for (HistoryRun& run : runs) {
            run.row.folder = m_store.folderFrom(run.row.folder);
            m_runs.emplace(run.number, &run);
        }
    }

    Status fill()
    {
        SOAK_CHECK(eachLine(words("tags", "tag"), [](HistoryRun& run, std::string text) {
            run.row.tags.push_back(std::move(text));
        }));
        SOAK_CHECK(eachLine(words("releases", "release"), [](HistoryRun& run, std::string text) {
            run.releases.push_back(std::move(text));
        }));
        SOAK_CHECK(eachLine("SELECT r.run_no, d.decision FROM decisions d JOIN runs r ON "
                            "r.lineage = d.lineage WHERE r.run_no IN " +
                                m_among + " ORDER BY d.at_ms, d.decision_no",
                            [](HistoryRun& run, std::string text) { run.decision = text; }));
        return eachLine(
            "SELECT run_no, folder FROM folders WHERE run_no IN " + m_among + " ORDER BY folder",
            [this](HistoryRun& run, const std::string& text) {
                if (std::string folder = m_store.folderFrom(text); folder != run.row.folder) {
                    run.row.alsoIn.push_back(std::move(folder));
                }
            });
    }

private:
    [[nodiscard]] std::string words(const std::string& table, const std::string& column) const
    {
        return "SELECT r.run_no, w." + column + " FROM " + table +
               " w JOIN runs r ON r.lineage = w.lineage WHERE r.run_no IN " + m_among +
               " ORDER BY w." + column;
    }

    Status eachLine(const std::string& sql,
                    const std::function<void(HistoryRun&, std::string)>& take)
    {
        SOAK_TRY(const auto rows, m_sql.query(sql));
        for (const SqlRow& row : rows) {
            take(*m_runs.at(integerOf(row[0])), textOf(row[1]));
        }
        return Done{};
    }

    HistoryStore& m_store;
    SqlConnection& m_sql;
    std::string m_among;
    std::unordered_map<std::int64_t, HistoryRun*> m_runs;
};

} // namespace

Result<std::vector<HistoryRun>> readRuns(HistoryStore& store, const std::string& from,
                                         std::span<const SqlCell> parameters)
{
    SOAK_TRY(const auto rows, store.connection().query(selectRuns() + from, parameters));
    std::vector<HistoryRun> runs;
    runs.reserve(rows.size());
    for (const SqlRow& row : rows) {
        runs.push_back(historyRunFrom(row));
    }
    if (!runs.empty()) {
        SOAK_CHECK(RunDetails(store, runs).fill());
    }
    return runs;
}

} // namespace soak
