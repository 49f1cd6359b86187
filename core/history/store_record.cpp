// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/store_record.h"

#include "core/base/hash.h"
#include "core/history/folder_index.h"
#include "core/history/history_run.h"
#include "core/history/run_columns.h"
#include "core/io/artifacts.h"
#include "core/io/run_state.h"

#include <algorithm>

namespace soak
{

namespace
{

using Cells = std::vector<SqlCell>;

// What is known of a run that `record` may be.
struct KnownRun {
    std::int64_t number = 0;
    int version = 1;
    std::string lineage;
    std::string identity;
    std::string contentHash;
    std::string iterationsHash;
    std::size_t iterations = 0;
    bool isFinished = false;

    [[nodiscard]] bool isReadable() const { return !contentHash.starts_with(kUnreadableMark); }
};

// Of several folders with one run an isolated one is its place: it stays, `latest` does not.
Status setMainFolder(HistoryStore& store, std::int64_t number)
{
    SqlConnection& sql = store.connection();
    SOAK_TRY(
        const auto rows,
        sql.query("SELECT folder FROM folders WHERE run_no = ? ORDER BY folder", Cells{number}));
    std::vector<std::string> folders;
    for (const SqlRow& row : rows) {
        folders.push_back(store.folderFrom(textOf(row[0])));
    }
    if (folders.empty()) {
        return Done{};
    }
    std::sort(folders.begin(), folders.end()); // by bytes, whatever the order of the database
    const auto isolated = std::find_if(folders.begin(), folders.end(), [](const std::string& f) {
        return isIsolatedFolderName(fs::path(f).filename().native());
    });
    const fs::path chosen = isolated == folders.end() ? folders.front() : *isolated;
    const std::string folder = store.storedFolder(chosen.native());
    const std::string name = runNameOf(chosen);
    SOAK_CHECK(sql.execute("UPDATE runs SET folder = ?, name = ? WHERE run_no = ?",
                           Cells{std::string_view(folder), std::string_view(name), number}));
    return Done{};
}

class RecordWriter final
{
public:
    RecordWriter(HistoryStore& store, const HistoryRecord& record, EpochMs now)
        : m_store(store), m_sql(store.connection()), m_record(record), m_now(now),
          m_folder(store.storedFolder(record.row.folder)), m_identity(record.row.identity),
          m_content(record.contentHash)
    {
        if (record.run == nullptr) {
            m_content = std::string(kUnreadableMark) + sha256Hex(m_folder);
            m_identity = m_identity.empty() ? m_content : m_identity;
        }
    }

    Result<StoredRun> write(const std::string& mark)
    {
        SOAK_TRY(const auto before,
                 known("r.run_no = (SELECT run_no FROM folders WHERE folder = ?)",
                       {std::string_view(m_folder)}));
        SOAK_TRY(const auto same,
                 known("r.identity = ? AND r.content_sha256 = ?",
                       {std::string_view(m_identity), std::string_view(m_content)}));
        SOAK_TRY(const StoredRun stored, same.empty() ? added(before) : touched(same.front()));
        SOAK_CHECK(placeFolder(stored.number, mark));
        SOAK_CHECK(keepConfiguration(stored.number));
        if (!same.empty()) {
            SOAK_CHECK(refresh(stored.number));
        }
        if (!before.empty() && before.front().number != stored.number) {
            SOAK_CHECK(leave(before.front(), stored));
        }
        return stored;
    }

private:
    Result<std::vector<KnownRun>> known(const std::string& where, const Cells& parameters)
    {
        SOAK_TRY(const auto rows,
                 m_sql.query("SELECT r.run_no, r.version, r.lineage, r.identity, "
                             "r.content_sha256, r.iterations_sha256, r.iterations_read, r.state "
                             "FROM runs r WHERE " +
                                 where + " ORDER BY r.version DESC",
                             parameters));
        std::vector<KnownRun> runs;
        for (const SqlRow& row : rows) {
            runs.push_back({integerOf(row[0]), static_cast<int>(integerOf(row[1])), textOf(row[2]),
                            textOf(row[3]), textOf(row[4]), textOf(row[5]),
                            isNull(row[6]) ? 0 : static_cast<std::size_t>(integerOf(row[6])),
                            textOf(row[7]) == keyOf(RunActivity::Finished)});
        }
        return runs;
    }

    // A foreign run has another identity with each iteration; that its folder held what it begins
    // with is what connects the two.
    [[nodiscard]] bool continues(const KnownRun& run) const
    {
        const std::string base = m_identity.substr(0, m_identity.rfind(':'));
        const bool isSameForeign = m_identity.starts_with("foreign:") &&
                                   run.identity.substr(0, run.identity.rfind(':')) == base;
        if (m_record.run == nullptr || !run.isReadable() ||
            (run.identity != m_identity && !isSameForeign)) {
            return false;
        }
        const std::size_t count = m_record.run->table.rowCount();
        const bool wentOn = count > run.iterations || !run.isFinished;
        return wentOn && run.iterations <= count &&
               firstIterationsHash(*m_record.run, run.iterations) == run.iterationsHash;
    }

    Result<bool> isElsewhere(std::int64_t number)
    {
        const Cells parameters{number, std::string_view(m_folder)};
        SOAK_TRY(const auto rows,
                 m_sql.query("SELECT 1 FROM folders WHERE run_no = ? AND folder <> ? LIMIT 1",
                             parameters));
        return !rows.empty();
    }

    Result<std::string> lineageOf(const std::string& identity)
    {
        const Cells parameters{std::string_view(identity)};
        SOAK_TRY(const auto rows,
                 m_sql.query("SELECT lineage FROM lineages WHERE identity = ?", parameters));
        return rows.empty() ? identity : textOf(rows[0][0]);
    }

    Result<StoredRun> added(const std::vector<KnownRun>& before)
    {
        if (!before.empty() && continues(before.front())) {
            SOAK_TRY(const bool isCopied, isElsewhere(before.front().number));
            if (!isCopied) {
                return grown(before.front());
            }
        }
        SOAK_TRY(const std::string lineage, lineageOf(m_identity));
        SOAK_TRY(auto family, known("r.lineage = ?", {std::string_view(lineage)}));
        std::erase_if(family, [](const KnownRun& run) { return !run.isReadable(); });
        StoredRun stored{StoredAs::New, 0, 1, lineage};
        if (m_record.run == nullptr) {
            stored.as = StoredAs::Unreadable;
        } else if (!family.empty()) {
            stored.as = StoredAs::NewVersion;
            stored.version = family.front().version + 1;
        }
        SOAK_TRY(stored.number, insertRun(stored));
        SOAK_CHECK(insertIterations(stored.number));
        return stored;
    }

    Result<StoredRun> grown(const KnownRun& run)
    {
        if (run.identity != m_identity) {
            const Cells renamed{std::string_view(m_identity), std::string_view(run.lineage)};
            SOAK_CHECK(m_sql.execute("INSERT INTO lineages (identity, lineage) "
                                     "VALUES (?, ?) ON CONFLICT DO NOTHING",
                                     renamed));
        }
        SOAK_CHECK(updateRun(run.number));
        SOAK_CHECK(m_sql.execute("UPDATE runs SET imported_ms = ? WHERE run_no = ?",
                                 Cells{m_now, run.number}));
        const Cells range{iterationKey(run.number, 0), iterationKey(run.number + 1, 0)};
        SOAK_CHECK(m_sql.execute("DELETE FROM iterations WHERE id >= ? AND id < ?", range));
        SOAK_CHECK(insertIterations(run.number));
        return StoredRun{StoredAs::Grown, run.number, run.version, run.lineage};
    }

    // Known with this content, in whatever folder.
    Result<StoredRun> touched(const KnownRun& run)
    {
        SOAK_CHECK(m_sql.execute("UPDATE runs SET superseded_by = NULL WHERE run_no = ?",
                                 Cells{run.number}));
        return StoredRun{m_record.run == nullptr ? StoredAs::Unreadable : StoredAs::Unchanged,
                         run.number, run.version, run.lineage};
    }

    Cells recordCells() const
    {
        Cells cells{std::string_view(m_identity), std::string_view(m_content),
                    std::string_view(m_record.iterationsHash), std::string_view(m_folder)};
        for (const RunColumn& column : runColumns()) {
            cells.push_back(column.cell(m_record));
        }
        return cells;
    }

    static const std::vector<std::string>& recordColumns()
    {
        static const std::vector<std::string> names = [] {
            std::vector<std::string> all{"identity", "content_sha256", "iterations_sha256",
                                         "folder"};
            for (const RunColumn& column : runColumns()) {
                all.push_back(column.name);
            }
            return all;
        }();
        return names;
    }

    Result<std::int64_t> insertRun(const StoredRun& stored)
    {
        static const std::string sql = [] {
            std::string names = "version, lineage, imported_ms";
            std::string marks = "?, ?, ?";
            for (const std::string& name : recordColumns()) {
                names += ", " + name;
                marks += ", ?";
            }
            return "INSERT INTO runs (" + names + ") VALUES (" + marks + ") RETURNING run_no";
        }();
        Cells cells{std::int64_t{stored.version}, std::string_view(stored.lineage), m_now};
        const Cells rest = recordCells();
        cells.insert(cells.end(), rest.begin(), rest.end());
        SOAK_TRY(const auto rows, m_sql.query(sql, cells));
        return integerOf(rows.at(0).at(0));
    }

    Status updateRun(std::int64_t number)
    {
        static const std::string sql = [] {
            std::string text = "UPDATE runs SET superseded_by = NULL";
            for (const std::string& name : recordColumns()) {
                text += ", " + name + " = ?";
            }
            return text + " WHERE run_no = ?";
        }();
        Cells cells = recordCells();
        cells.emplace_back(number);
        SOAK_CHECK(m_sql.execute(sql, cells));
        return setMainFolder(m_store, number);
    }

    // What may change without the content, as the state, is that of the run's place, not of a copy.
    Status refresh(std::int64_t number)
    {
        SOAK_TRY(const auto rows,
                 m_sql.query("SELECT folder FROM runs WHERE run_no = ?", Cells{number}));
        return textOf(rows.at(0).at(0)) == m_folder ? updateRun(number) : Status(Done{});
    }

    // Of every run that is read, known or not: a history of an older form has none yet.
    Status keepConfiguration(std::int64_t number)
    {
        if (m_record.configuration.empty()) {
            SOAK_CHECK(m_sql.execute("DELETE FROM configurations WHERE run_no = ?", Cells{number}));
            return Done{};
        }
        SOAK_CHECK(m_sql.execute(
            "INSERT INTO configurations (run_no, configuration) VALUES (?, ?) ON CONFLICT (run_no) "
            "DO UPDATE SET configuration = excluded.configuration",
            Cells{number, std::string_view(m_record.configuration)}));
        return Done{};
    }

    Status insertIterations(std::int64_t number)
    {
        return m_record.run == nullptr ? Status(Done{})
                                       : m_sql.insert(iterationBlock(number, *m_record.run));
    }

    Status placeFolder(std::int64_t number, const std::string& mark)
    {
        const Cells cells{std::string_view(m_folder), number, std::string_view(mark), m_now};
        SOAK_CHECK(
            m_sql.execute("INSERT INTO folders (folder, run_no, mark, seen_ms) VALUES (?, ?, "
                          "?, ?) ON CONFLICT (folder) DO UPDATE SET run_no = "
                          "excluded.run_no, mark = excluded.mark, seen_ms = excluded.seen_ms",
                          cells));
        return setMainFolder(m_store, number);
    }

    // The folder no longer holds `run`.
    Status leave(const KnownRun& run, const StoredRun& stored)
    {
        SOAK_TRY(const bool isThere, isElsewhere(run.number));
        if (isThere) {
            return setMainFolder(m_store, run.number);
        }
        if (!run.isReadable()) {
            SOAK_CHECK(m_sql.execute("DELETE FROM runs WHERE run_no = ?", Cells{run.number}));
            return Done{};
        }
        if (run.lineage == stored.lineage && m_record.run != nullptr) {
            SOAK_CHECK(m_sql.execute("UPDATE runs SET superseded_by = ? WHERE run_no = ?",
                                     Cells{stored.number, run.number}));
            return Done{};
        }
        SOAK_CHECK(m_sql.execute("UPDATE runs SET state = ? WHERE run_no = ?",
                                 Cells{keyOf(RunActivity::Vanished), run.number}));
        return Done{};
    }

    HistoryStore& m_store;
    SqlConnection& m_sql;
    const HistoryRecord& m_record;
    EpochMs m_now;
    std::string m_folder;
    std::string m_identity;
    std::string m_content;
};

} // namespace

std::string_view keyOf(StoredAs stored)
{
    constexpr std::array<std::string_view, 5> kKeys{"new", "unchanged", "grown", "new_version",
                                                    "unreadable"};
    return kKeys[static_cast<std::size_t>(stored)];
}

Result<StoredRun> storeRecord(HistoryStore& store, const HistoryRecord& record,
                              const std::string& mark, EpochMs now)
{
    return RecordWriter(store, record, now).write(mark);
}

Status forgetFolder(HistoryStore& store, const std::string& folder)
{
    SqlConnection& sql = store.connection();
    const std::string stored = store.storedFolder(folder);
    const Cells parameters{std::string_view(stored)};
    SOAK_TRY(const auto rows,
             sql.query("SELECT f.run_no, r.content_sha256, (SELECT count(*) FROM folders o WHERE "
                       "o.run_no = f.run_no) FROM folders f JOIN runs r ON r.run_no = f.run_no "
                       "WHERE f.folder = ?",
                       parameters));
    if (rows.empty()) {
        return Done{};
    }
    SOAK_CHECK(sql.execute("DELETE FROM folders WHERE folder = ?", parameters));
    const std::int64_t number = integerOf(rows[0][0]);
    if (integerOf(rows[0][2]) > 1) {
        return setMainFolder(store, number);
    }
    if (textOf(rows[0][1]).starts_with(kUnreadableMark)) {
        SOAK_CHECK(sql.execute("DELETE FROM runs WHERE run_no = ?", Cells{number}));
        return Done{};
    }
    SOAK_CHECK(sql.execute("UPDATE runs SET state = ? WHERE run_no = ?",
                           Cells{keyOf(RunActivity::Vanished), number}));
    return Done{};
}

} // namespace soak
