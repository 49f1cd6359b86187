// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history_store.h"

#include "core/history/history_schema.h"
#include "core/history/postgres_connection.h"
#include "core/history/sqlite_connection.h"

namespace soak
{

namespace
{

Result<std::unique_ptr<SqlConnection>> connected(const HistoryPlace& place, SqliteAccess access)
{
    return place.url.empty() ? openSqlite(place.file, access) : openPostgres(place.url);
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

Result<HistoryStore> HistoryStore::open(const HistoryPlace& place, HistoryAccess access)
{
    const bool isToRead = access == HistoryAccess::Read;
    SOAK_TRY(auto connection,
             connected(place, isToRead ? SqliteAccess::Read : SqliteAccess::Write));
    SOAK_TRY(const int version, schemaVersion(*connection));
    if (version == kHistorySchemaVersion) {
        return HistoryStore(std::move(connection));
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
    return HistoryStore(std::move(connection));
}

} // namespace soak
