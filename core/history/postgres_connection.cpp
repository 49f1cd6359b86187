// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/postgres_connection.h"

#include "core/base/text.h"
#include "core/history/postgres_library.h"
#include "core/history/sql_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace soak
{

namespace
{

// Types by number (pg_type.h): what our statements give.
constexpr unsigned kOidBool = 16;
constexpr unsigned kOidInt8 = 20;
constexpr unsigned kOidInt2 = 21;
constexpr unsigned kOidInt4 = 23;
constexpr unsigned kOidFloat4 = 700;
constexpr unsigned kOidFloat8 = 701;
constexpr unsigned kOidNumeric = 1700;

// One writer at a time, in every client: the number names our lock (it spells "soak").
constexpr std::string_view kTakeWriterLock = "SELECT pg_advisory_xact_lock(1936679275)";

constexpr std::size_t kCopyBytes = std::size_t{256} * 1024;

std::optional<std::string> cellText(const SqlCell& cell)
{
    if (const auto* number = std::get_if<double>(&cell)) {
        return std::isfinite(*number) ? std::optional(jsonNumber(*number)) : std::nullopt;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*integer);
    }
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        return text->find('\0') == std::string_view::npos
                   ? std::string(*text)
                   : join(split(*text, '\0'), "\xEF\xBF\xBD");
    }
    return std::nullopt;
}

// The text form of COPY.
void appendCopyText(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\0':
            out += "\xEF\xBF\xBD";
            break;
        default:
            out += c;
        }
    }
}

void appendCopyCell(std::string& out, const SqlCell& cell)
{
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        appendCopyText(out, *text);
    } else if (const auto number = cellText(cell)) {
        out += *number;
    } else {
        out += "\\N";
    }
}

std::string firstLine(std::string_view text)
{
    return std::string(trim(text.substr(0, text.find('\n'))));
}

class PostgresResult final
{
public:
    PostgresResult(const PostgresLibrary& library, PGresult* result)
        : m_library(library), m_result(result)
    {
    }

    PostgresResult(const PostgresResult&) = delete;
    PostgresResult& operator=(const PostgresResult&) = delete;

    ~PostgresResult() { m_library.clear(m_result); }

    [[nodiscard]] ExecStatusType status() const { return m_library.resultStatus(m_result); }

    [[nodiscard]] bool isGood() const
    {
        return status() == PGRES_COMMAND_OK || status() == PGRES_TUPLES_OK;
    }

    // "53100"; empty when the server said nothing, as when it is gone.
    [[nodiscard]] std::string state() const
    {
        const char* text = m_library.resultErrorField(m_result, PG_DIAG_SQLSTATE);
        return text == nullptr ? "" : text;
    }

    [[nodiscard]] std::string message() const { return m_library.resultErrorMessage(m_result); }

    [[nodiscard]] std::size_t touched() const
    {
        const auto count = parseInteger(m_library.touched(m_result));
        return count ? static_cast<std::size_t>(*count) : 0;
    }

    [[nodiscard]] std::vector<SqlRow> rows() const
    {
        std::vector<SqlRow> all(static_cast<std::size_t>(m_library.rowCount(m_result)));
        const int columns = m_library.columnCount(m_result);
        for (std::size_t row = 0; row < all.size(); ++row) {
            for (int column = 0; column < columns; ++column) {
                all[row].push_back(valueAt(static_cast<int>(row), column));
            }
        }
        return all;
    }

private:
    [[nodiscard]] SqlValue valueAt(int row, int column) const
    {
        if (m_library.isNull(m_result, row, column) != 0) {
            return std::monostate{};
        }
        const std::string text(m_library.value(m_result, row, column),
                               static_cast<std::size_t>(m_library.length(m_result, row, column)));
        switch (m_library.typeOf(m_result, column)) {
        case kOidBool:
            return std::int64_t{text == "t" ? 1 : 0};
        case kOidInt2:
        case kOidInt4:
        case kOidInt8:
            return parseInteger(text).value_or(0);
        case kOidFloat4:
        case kOidFloat8:
        case kOidNumeric:
            return parseNumber(text).value_or(0);
        default:
            return text;
        }
    }

    const PostgresLibrary& m_library;
    PGresult* m_result;
};

class PostgresConnection final : public SqlConnection
{
public:
    PostgresConnection(const PostgresLibrary& library, PGconn* connection, std::string place)
        : m_library(library), m_connection(connection), m_place(std::move(place))
    {
        m_library.setNoticeReceiver(
            m_connection, [](void*, const PGresult*) {}, nullptr);
    }

    ~PostgresConnection() override { m_library.finish(m_connection); }

    [[nodiscard]] SqlDialect dialect() const override { return SqlDialect::Postgres; }

    [[nodiscard]] const std::string& place() const override { return m_place; }

    Result<std::vector<SqlRow>> query(std::string_view sql,
                                      std::span<const SqlCell> parameters) override
    {
        const PostgresResult result(m_library, sent(sql, parameters));
        if (!result.isGood()) {
            return failed(result);
        }
        return result.rows();
    }

    Result<std::size_t> execute(std::string_view sql, std::span<const SqlCell> parameters) override
    {
        const PostgresResult result(m_library, sent(sql, parameters));
        if (!result.isGood()) {
            return failed(result);
        }
        return result.touched();
    }

    Status insert(const SqlBlock& block) override
    {
        {
            const PostgresResult opened(
                m_library,
                sent("COPY " + std::string(block.table) + " (" +
                         join({block.columns.begin(), block.columns.end()}, ", ") + ") FROM STDIN",
                     {}));
            if (opened.status() != PGRES_COPY_IN) {
                return failed(opened);
            }
        }
        const bool isSent = sendRows(block);
        m_library.putCopyEnd(m_connection, nullptr);
        return endOfCopy(isSent);
    }

    Status begin() override
    {
        SOAK_CHECK(execute("BEGIN", {}));
        SOAK_CHECK(query(kTakeWriterLock, {}));
        return Done{};
    }

    Status commit() override
    {
        SOAK_CHECK(execute("COMMIT", {}));
        return Done{};
    }

    void rollback() noexcept override
    {
        const PostgresResult ignored(m_library, sent("ROLLBACK", {}));
    }

private:
    PGresult* sent(std::string_view sql, std::span<const SqlCell> parameters)
    {
        std::vector<std::optional<std::string>> texts;
        std::vector<const char*> values;
        std::vector<Oid> types; // 0: what the place of the parameter asks for
        texts.reserve(parameters.size());
        for (const SqlCell& cell : parameters) {
            texts.push_back(cellText(cell));
            values.push_back(texts.back() ? texts.back()->c_str() : nullptr);
            types.push_back(std::holds_alternative<double>(cell)         ? kOidFloat8
                            : std::holds_alternative<std::int64_t>(cell) ? kOidInt8
                                                                         : 0);
        }
        return m_library.execParams(m_connection, numberedPlaceholders(sql).c_str(),
                                    static_cast<int>(values.size()), types.data(), values.data(),
                                    nullptr, nullptr, 0);
    }

    bool sendRows(const SqlBlock& block)
    {
        std::string buffer;
        std::vector<SqlCell> cells(block.columns.size());
        for (std::size_t row = 0; row < block.rowCount; ++row) {
            std::fill(cells.begin(), cells.end(), SqlCell());
            block.fill(row, cells);
            for (std::size_t column = 0; column < cells.size(); ++column) {
                buffer += column == 0 ? "" : "\t";
                appendCopyCell(buffer, cells[column]);
            }
            buffer += '\n';
            if (buffer.size() >= kCopyBytes || row + 1 == block.rowCount) {
                if (m_library.putCopyData(m_connection, buffer.data(),
                                          static_cast<int>(buffer.size())) != 1) {
                    return false;
                }
                buffer.clear();
            }
        }
        return true;
    }

    Status endOfCopy(bool isSent)
    {
        Status done = isSent ? Status(Done{}) : Status(lost());
        while (PGresult* next = m_library.nextResult(m_connection)) {
            const PostgresResult result(m_library, next);
            if (!result.isGood() && done) {
                done = failed(result);
            }
        }
        return done;
    }

    [[nodiscard]] Error lost() const
    {
        return Error{Errc::Environment,
                     "the connection to the database was lost (" +
                         firstLine(m_library.errorMessage(m_connection)) +
                         "); nothing is stored twice when it is tried again",
                     m_place};
    }

    [[nodiscard]] Error failed(const PostgresResult& result) const
    {
        const std::string state = result.state();
        // What the client library says itself has no code: it is about the connection.
        if (m_library.status(m_connection) != CONNECTION_OK || state.empty() ||
            state.starts_with("57P") || state.starts_with("08")) {
            return lost();
        }
        if (state == "53100") {
            return Error{Errc::NotWritable, "the database server has no space left on its disk",
                         m_place};
        }
        if (state == "42501" || state == "25006") {
            return Error{Errc::NotWritable,
                         "the history may not be changed by this user: " +
                             firstLine(result.message()),
                         m_place};
        }
        if (state == "55P03" || state == "57014") {
            return Error{Errc::Environment,
                         "another program has been writing the history for too long; try again",
                         m_place};
        }
        return Error{Errc::Environment, "the database refused: " + firstLine(result.message()),
                     m_place};
    }

    const PostgresLibrary& m_library;
    PGconn* m_connection;
    std::string m_place;
};

} // namespace

bool isPostgresUrl(std::string_view text)
{
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

std::string withoutPassword(std::string_view url)
{
    std::string out(url);
    const std::size_t user = out.find("://");
    if (user != std::string::npos) {
        const std::size_t from = user + 3;
        const std::size_t host = out.find_first_of("/?", from);
        const std::size_t at = out.substr(0, host).rfind('@');
        const std::size_t colon = out.find(':', from);
        if (at != std::string::npos && colon < at) {
            out.erase(colon, at - colon);
        }
    }
    // It may stand among the settings as well.
    for (std::size_t found = 0; (found = out.find("password=", found)) != std::string::npos;) {
        const std::size_t value = found + std::string_view("password=").size();
        const std::size_t end = std::min(out.find('&', value), out.size());
        out.replace(value, end - value, "...");
        found = value;
    }
    return out;
}

Result<std::unique_ptr<SqlConnection>> openPostgres(const std::string& url)
{
    SOAK_TRY(const PostgresLibrary* const library, postgresLibrary());
    std::string full = url;
    full += url.find('?') == std::string::npos ? '?' : '&';
    full += "connect_timeout=" + std::to_string(kPostgresConnectSeconds) +
            "&client_encoding=UTF8&application_name=soak&keepalives_idle=30";
    PGconn* connection = library->connect(full.c_str());
    auto opened = std::make_unique<PostgresConnection>(*library, connection, withoutPassword(url));
    if (library->status(connection) != CONNECTION_OK) {
        return Error{Errc::Environment,
                     "the database cannot be reached: " +
                         firstLine(library->errorMessage(connection)),
                     withoutPassword(url)};
    }
    SOAK_CHECK(opened->execute("SET lock_timeout = " + std::to_string(kPostgresWaitMs), {}));
    return std::unique_ptr<SqlConnection>(std::move(opened));
}

} // namespace soak
