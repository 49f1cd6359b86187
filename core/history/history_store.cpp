// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_store.h"

#include "core/history/history_schema.h"
#include "core/history/postgres_connection.h"
#include "core/history/sqlite_connection.h"

#include <unistd.h>

#include <array>

namespace soak
{

namespace
{

Result<std::unique_ptr<SqlConnection>> connected(const HistoryPlace& place, SqliteAccess access)
{
    return place.url.empty() ? openSqlite(place.file, access) : openPostgres(place.url);
}

std::string machineName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

} // namespace

Result<HistoryPlace> historyPlace(const std::optional<std::string>& given,
                                  const std::optional<std::string>& dataHome,
                                  const std::optional<std::string>& home)
{
    HistoryPlace place;
    if (given && isPostgresUrl(*given)) {
        place.url = *given;
    } else if (given && given->find("://") != std::string::npos) {
        return Error{Errc::Usage, "a history is a file or postgresql://[user@]host[:port]/database",
                     withoutPassword(*given)};
    } else if (given) {
        place.file = *given;
    } else if (dataHome && fs::path(*dataHome).is_absolute()) {
        place.file = fs::path(*dataHome) / "soak-workbench" / "history.db";
    } else if (home) {
        place.file = fs::path(*home) / ".local" / "share" / "soak-workbench" / "history.db";
    } else {
        return Error{Errc::Usage, "say with --db where the history is: there is no HOME", ""};
    }
    return place;
}

std::string placeText(const HistoryPlace& place)
{
    return place.url.empty() ? pathText(place.file) : withoutPassword(place.url);
}

bool isOnOtherHost(const std::string& folder)
{
    return folder.starts_with("//");
}

HistoryStore::HistoryStore(std::unique_ptr<SqlConnection> connection, const HistoryPlace& place)
    : m_connection(std::move(connection))
{
    if (!place.url.empty()) {
        m_host = "//" + (place.host.empty() ? machineName() : place.host);
    }
}

std::string HistoryStore::storedFolder(const std::string& folder) const
{
    const std::string text = storedPath(folder);
    return m_host.empty() || isOnOtherHost(folder) ? text
           : text.starts_with('/')                 ? m_host + text
                                                   : m_host + "/" + text;
}

std::string HistoryStore::folderFrom(const std::string& stored) const
{
    if (m_host.empty() || !stored.starts_with(m_host + "/")) {
        return pathFromStored(stored);
    }
    const std::string rest = stored.substr(m_host.size());
    // "/bytes:..." is one that is not UTF-8: no folder lies there otherwise, as paths are absolute
    // and this has no second slash.
    const std::string inner = pathFromStored(rest.substr(1));
    return inner == rest.substr(1) ? rest : inner;
}

Result<HistoryStore> HistoryStore::open(const HistoryPlace& place, HistoryAccess access)
{
    const bool isToRead = access == HistoryAccess::Read;
    SOAK_TRY(auto connection,
             connected(place, isToRead ? SqliteAccess::Read : SqliteAccess::Write));
    SOAK_TRY(const int version, schemaVersion(*connection));
    if (version == kHistorySchemaVersion) {
        return HistoryStore(std::move(connection), place);
    }
    if (isToRead && version == 0 && place.url.empty()) {
        return Error{Errc::NotFound, "there is no history yet; `soak history import` makes it",
                     placeText(place)};
    }
    if (isToRead && place.url.empty()) {
        connection.reset();
        SOAK_TRY(connection, openSqlite(place.file, SqliteAccess::Write));
    }
    SOAK_CHECK(migrate(*connection));
    return HistoryStore(std::move(connection), place);
}

} // namespace soak
