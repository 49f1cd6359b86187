// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sqlite_connection.h"

#include "core/base/text.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace soak
{

namespace
{

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

struct CloseSqlite {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

using Database = std::unique_ptr<sqlite3, CloseSqlite>;

Error sqliteError(sqlite3* database, int code, const std::string& place)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return Error{Errc::NotWritable, "no space left on device", place};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Error{Errc::NotWritable, "the history may only be read", place};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{Errc::Environment,
                     "another program has been writing the history for too long; try again", place};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error{Errc::Environment,
                     "the history is damaged (" + std::string(sqlite3_errstr(code)) +
                         "); `soak history rebuild` makes it again from the run folders",
                     place};
    case SQLITE_CANTOPEN:
        return Error{Errc::Environment, "the history cannot be opened", place};
    default:
        return Error{Errc::Environment,
                     "the history cannot be used: " + std::string(database == nullptr
                                                                      ? sqlite3_errstr(code)
                                                                      : sqlite3_errmsg(database)),
                     place};
    }
}

int bindText(sqlite3_stmt* statement, int at, std::string_view text)
{
    if (text.find('\0') == std::string_view::npos) {
        return sqlite3_bind_text64(statement, at, text.data() == nullptr ? "" : text.data(),
                                   text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    const std::string cleaned = join(split(text, '\0'), "\xEF\xBF\xBD");
    return sqlite3_bind_text64(statement, at, cleaned.data(), cleaned.size(), SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

int bindCell(sqlite3_stmt* statement, int at, const SqlCell& cell)
{
    if (const auto* number = std::get_if<double>(&cell)) {
        return std::isfinite(*number) ? sqlite3_bind_double(statement, at, *number)
                                      : sqlite3_bind_null(statement, at);
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return sqlite3_bind_int64(statement, at, *integer);
    }
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        return bindText(statement, at, *text);
    }
    return sqlite3_bind_null(statement, at);
}

SqlValue valueAt(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
        return std::monostate{};
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return text == nullptr ? std::string() : std::string(text, size);
    }
    }
}

class SqliteConnection final : public SqlConnection
{
public:
    SqliteConnection(Database database, std::string place)
        : m_database(std::move(database)), m_place(std::move(place))
    {
    }

    ~SqliteConnection() override { m_statements.clear(); }

    [[nodiscard]] SqlDialect dialect() const override { return SqlDialect::Sqlite; }

    [[nodiscard]] const std::string& place() const override { return m_place; }

    Result<std::vector<SqlRow>> query(std::string_view sql,
                                      std::span<const SqlCell> parameters) override
    {
        SOAK_TRY(sqlite3_stmt* const statement, prepared(sql));
        std::vector<SqlRow> rows;
        Status done = run(statement, parameters, [&rows, statement] {
            const int columns = sqlite3_column_count(statement);
            SqlRow& row = rows.emplace_back();
            row.reserve(static_cast<std::size_t>(columns));
            for (int column = 0; column < columns; ++column) {
                row.push_back(valueAt(statement, column));
            }
        });
        if (!done) {
            return done.error();
        }
        return rows;
    }

    Result<std::size_t> execute(std::string_view sql, std::span<const SqlCell> parameters) override
    {
        SOAK_TRY(sqlite3_stmt* const statement, prepared(sql));
        SOAK_CHECK(run(statement, parameters, [] {}));
        return static_cast<std::size_t>(sqlite3_changes64(m_database.get()));
    }

    Status insert(const SqlBlock& block) override
    {
        std::string sql = "INSERT INTO " + std::string(block.table) + " (" +
                          join({block.columns.begin(), block.columns.end()}, ", ") + ") VALUES (";
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            sql += i == 0 ? "?" : ", ?";
        }
        SOAK_TRY(sqlite3_stmt* const statement, prepared(sql + ")"));
        const auto columns = static_cast<int>(block.columns.size());
        std::vector<SqlCell> cells(block.columns.size());
        for (std::size_t row = 0; row < block.rowCount; ++row) {
            std::fill(cells.begin(), cells.end(), SqlCell());
            block.fill(row, cells);
            for (int column = 0; column < columns; ++column) {
                bindCell(statement, column + 1, cells[static_cast<std::size_t>(column)]);
            }
            const int code = sqlite3_step(statement);
            sqlite3_reset(statement);
            if (code != SQLITE_DONE) {
                return failed(code);
            }
        }
        sqlite3_clear_bindings(statement);
        return Done{};
    }

    Status begin() override { return plain("BEGIN IMMEDIATE"); }

    Status commit() override { return plain("COMMIT"); }

    void rollback() noexcept override
    {
        sqlite3_exec(m_database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

    // Somebody else has what the last call needed.
    [[nodiscard]] bool wasBusy() const
    {
        return (sqlite3_errcode(m_database.get()) & 0xFF) == SQLITE_BUSY;
    }

    Status plain(const char* sql)
    {
        const int code = sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? Status(Done{}) : Status(failed(code));
    }

private:
    [[nodiscard]] Error failed(int code) const
    {
        return sqliteError(m_database.get(), code, m_place);
    }

    Result<sqlite3_stmt*> prepared(std::string_view sql)
    {
        if (const auto known = m_statements.find(sql); known != m_statements.end()) {
            return known->second.get();
        }
        if (m_statements.size() == kMostStatements) {
            m_statements.clear();
        }
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v2(m_database.get(), sql.data(),
                                            static_cast<int>(sql.size()), &statement, nullptr);
        if (code != SQLITE_OK) {
            return failed(code);
        }
        m_statements.emplace(sql, Statement(statement, &sqlite3_finalize));
        return statement;
    }

    template <typename OnRow>
    Status run(sqlite3_stmt* statement, std::span<const SqlCell> parameters, OnRow onRow)
    {
        SOAK_ASSERT(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) ==
                    parameters.size());
        int code = SQLITE_OK;
        for (std::size_t i = 0; i < parameters.size() && code == SQLITE_OK; ++i) {
            code = bindCell(statement, static_cast<int>(i + 1), parameters[i]);
        }
        if (code == SQLITE_OK) {
            while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
                onRow();
            }
        }
        // The message is of the last call that failed: taken before anything else is called.
        Status done =
            code == SQLITE_DONE || code == SQLITE_OK ? Status(Done{}) : Status(failed(code));
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        return done;
    }

    static constexpr std::size_t kMostStatements = 64;

    Database m_database;
    std::string m_place;
    std::map<std::string, Statement, std::less<>> m_statements;
};

// In the name of a file that is given as a URI.
std::string uriPath(const std::string& path)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            out += c;
        } else {
            out += '%';
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        }
    }
    return out;
}

Result<std::unique_ptr<SqliteConnection>> opened(const fs::path& file, int flags, bool isImmutable)
{
    const std::string uri =
        "file:" + uriPath(fs::absolute(file).native()) + (isImmutable ? "?immutable=1" : "");
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(uri.c_str(), &raw, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) {
        return sqliteError(raw, code, pathText(file));
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, kSqliteWaitMs);
    return std::make_unique<SqliteConnection>(std::move(database), pathText(file));
}

// Whether it is a database and can be read at all.
Status firstLook(SqlConnection& connection)
{
    SOAK_CHECK(connection.query("SELECT count(*) FROM sqlite_master"));
    return Done{};
}

// Readers and the writer do not wait for each other then. SQLite does not wait for another that
// does this at the same moment, whatever its time limit is.
Status useLog(SqliteConnection& connection)
{
    constexpr int kPauseMs = 10;
    for (int waitedMs = 0;; waitedMs += kPauseMs) {
        Status done = connection.plain("PRAGMA journal_mode = WAL");
        if (done || !connection.wasBusy() || waitedMs >= kSqliteWaitMs) {
            return done;
        }
        sqlite3_sleep(kPauseMs);
    }
}

// A log that nobody has taken in yet belongs to the database; without it a copy that may not be
// written can be taken as it is.
bool hasLog(const fs::path& file)
{
    std::error_code ignored;
    const auto size = fs::file_size(file.native() + "-wal", ignored);
    return !ignored && size > 0;
}

Result<std::unique_ptr<SqlConnection>> openToRead(const fs::path& file)
{
    auto plain = opened(file, SQLITE_OPEN_READONLY, false);
    Status seen = plain ? firstLook(**plain) : Status(plain.error());
    if (seen) {
        return std::unique_ptr<SqlConnection>(std::move(*plain));
    }
    if (hasLog(file)) {
        return seen.error();
    }
    auto immutable = opened(file, SQLITE_OPEN_READONLY, true);
    if (!immutable || !firstLook(**immutable)) {
        return seen.error();
    }
    return std::unique_ptr<SqlConnection>(std::move(*immutable));
}

} // namespace

Result<std::unique_ptr<SqlConnection>> openSqlite(const fs::path& file, SqliteAccess access)
{
    std::error_code ignored;
    const bool isThere = fs::exists(file, ignored);
    if (access == SqliteAccess::Read) {
        if (!isThere) {
            return Error{Errc::NotFound, "there is no history yet; `soak history import` makes it",
                         pathText(file)};
        }
        return openToRead(file);
    }
    if (!isThere && file.has_parent_path()) {
        SOAK_CHECK(makeFolders(file.parent_path()));
    }
    SOAK_TRY(auto connection, opened(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, false));
    SOAK_CHECK(firstLook(*connection));
    // Of a new file: larger pages take in more rows at a time.
    SOAK_CHECK(connection->plain("PRAGMA page_size = 8192"));
    SOAK_CHECK(useLog(*connection));
    SOAK_CHECK(connection->plain("PRAGMA synchronous = FULL"));
    SOAK_CHECK(connection->plain("PRAGMA foreign_keys = ON"));
    SOAK_CHECK(connection->plain("PRAGMA cache_size = -65536"));
    SOAK_CHECK(connection->plain("PRAGMA wal_autocheckpoint = 2000"));
    return std::unique_ptr<SqlConnection>(std::move(connection));
}

} // namespace soak
