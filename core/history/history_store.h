// SPDX-License-Identifier: GPL-3.0-or-later
// The remembered runs, wherever they are kept. What is asked of them stands in history_page.h, what
// people say in history_words.h, how they come in in import_runs.h.
#pragma once

#include "core/base/file.h"
#include "core/history/history_record.h"
#include "core/history/sql_connection.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

struct HistoryPlace {
    std::string url; // of PostgreSQL; empty: `file`
    fs::path file;
    std::string host = {}; // of PostgreSQL: whose folders ours are; empty: this machine's name
    bool operator==(const HistoryPlace&) const = default;
};

// `given` is a URL of PostgreSQL or a file; without it history.db below `dataHome` ($XDG_DATA_HOME)
// or below ~/.local/share of `home`. Errors: Usage (nothing of them is known).
Result<HistoryPlace> historyPlace(const std::optional<std::string>& given,
                                  const std::optional<std::string>& dataHome,
                                  const std::optional<std::string>& home);

std::string placeText(const HistoryPlace& place); // for messages: without a password

// Whether a folder of a run is one of another machine, "//host/path".
bool isOnOtherHost(const std::string& folder);

enum class HistoryAccess : std::uint8_t {
    Write, // made when it is not there
    Read,  // NotFound when it is not there
};

// One thread at a time: open, use and close it in one job.
class HistoryStore final
{
public:
    // An older form is brought to the present one, whatever the access. Errors: as openSqlite,
    // openPostgres, migrate.
    static Result<HistoryStore> open(const HistoryPlace& place, HistoryAccess access);

    [[nodiscard]] SqlConnection& connection() const { return *m_connection; }

    // A folder as it is stored, and back. In a history that machines share it says whose it is,
    // "//host/path", and those of others stay so: they lie on no disk of ours.
    [[nodiscard]] std::string storedFolder(const std::string& folder) const;
    [[nodiscard]] std::string folderFrom(const std::string& stored) const;

    [[nodiscard]] SqlDialect dialect() const { return m_connection->dialect(); }

private:
    HistoryStore(std::unique_ptr<SqlConnection> connection, const HistoryPlace& place);

    std::unique_ptr<SqlConnection> m_connection;
    std::string m_host; // "//host"; empty: the history of one machine
};

} // namespace soak
