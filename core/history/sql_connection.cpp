// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sql_connection.h"

#include <utility>

namespace soak
{

Result<SqlTransaction> SqlTransaction::begin(SqlConnection& connection)
{
    SOAK_CHECK(connection.begin());
    return SqlTransaction(connection);
}

SqlTransaction::SqlTransaction(SqlTransaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_connection != nullptr) {
        m_connection->rollback();
    }
}

Status SqlTransaction::commit()
{
    SOAK_ASSERT(m_connection != nullptr);
    SqlConnection& connection = *std::exchange(m_connection, nullptr);
    Status done = connection.commit();
    if (!done) {
        connection.rollback();
    }
    return done;
}

std::int64_t integerOf(const SqlValue& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    SOAK_ASSERT(number != nullptr);
    return *number;
}

std::string textOf(const SqlValue& value)
{
    if (isNull(value)) {
        return {};
    }
    const auto* text = std::get_if<std::string>(&value);
    SOAK_ASSERT(text != nullptr);
    return *text;
}

bool isNull(const SqlValue& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace soak
