// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between the history and the database that keeps it: SQLite or PostgreSQL. Statements are
// written once, with `?` for every parameter; what the two spell differently is in sql_text.h.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace soak
{

enum class SqlDialect : std::uint8_t { Sqlite, Postgres };

// A parameter: NULL, a number, or a text that its owner keeps while the statement runs. A number
// that is not finite is stored as NULL, a byte 0 in a text as U+FFFD (PostgreSQL has neither).
using SqlCell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

// What a statement gave.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlValue>;

// Many rows of one table. `fill` is called row by row, with a cell for each column, all NULL.
struct SqlBlock {
    std::string_view table;
    std::span<const std::string> columns;
    std::size_t rowCount = 0;
    std::function<void(std::size_t row, std::span<SqlCell> cells)> fill;
};

// One thread at a time. Errors of all: Environment (lost, locked for too long, full, damaged, not
// permitted; the message says which), NotWritable (a disk that is full, a database that may only be
// read).
class SqlConnection
{
public:
    SqlConnection() = default;
    virtual ~SqlConnection() = default;
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    [[nodiscard]] virtual SqlDialect dialect() const = 0;
    // Where it is, without a password: for messages.
    [[nodiscard]] virtual const std::string& place() const = 0;

    virtual Result<std::vector<SqlRow>> query(std::string_view sql,
                                              std::span<const SqlCell> parameters) = 0;
    // Returns how many rows were touched.
    virtual Result<std::size_t> execute(std::string_view sql,
                                        std::span<const SqlCell> parameters) = 0;
    virtual Status insert(const SqlBlock& block) = 0;

    // A transaction that writes: of several writers one goes on, the others wait.
    virtual Status begin() = 0;
    virtual Status commit() = 0;
    virtual void rollback() noexcept = 0;

    Result<std::vector<SqlRow>> query(std::string_view sql) { return query(sql, {}); }

    Result<std::size_t> execute(std::string_view sql) { return execute(sql, {}); }
};

// Rolled back unless commit() was reached.
class SqlTransaction final
{
public:
    // Errors: as SqlConnection::begin.
    static Result<SqlTransaction> begin(SqlConnection& connection);

    SqlTransaction(SqlTransaction&& other) noexcept;
    SqlTransaction& operator=(SqlTransaction&&) = delete;
    SqlTransaction(const SqlTransaction&) = delete;
    SqlTransaction& operator=(const SqlTransaction&) = delete;
    ~SqlTransaction();

    Status commit();

private:
    explicit SqlTransaction(SqlConnection& connection) : m_connection(&connection) {}

    SqlConnection* m_connection; // nullptr: done
};

// What a column holds; absent is NULL. A column of another type is a bug of ours (asserted).
std::int64_t integerOf(const SqlValue& value);
std::string textOf(const SqlValue& value); // NULL is ""
bool isNull(const SqlValue& value);

} // namespace soak
