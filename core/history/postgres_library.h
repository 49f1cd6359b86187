// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL's client library, loaded when a history lives there: linked, it would cost every start
// of `soak` 4 ms, and whoever keeps the history in a file needs none of it. For
// postgres_connection.cpp.
#pragma once

#include "core/base/result.h"

#include <libpq-fe.h>

namespace soak
{

struct PostgresLibrary {
    decltype(&PQconnectdb) connect = nullptr;
    decltype(&PQfinish) finish = nullptr;
    decltype(&PQstatus) status = nullptr;
    decltype(&PQerrorMessage) errorMessage = nullptr;
    decltype(&PQsetNoticeReceiver) setNoticeReceiver = nullptr;
    decltype(&PQexecParams) execParams = nullptr;
    decltype(&PQresultStatus) resultStatus = nullptr;
    decltype(&PQresultErrorMessage) resultErrorMessage = nullptr;
    decltype(&PQresultErrorField) resultErrorField = nullptr;
    decltype(&PQclear) clear = nullptr;
    decltype(&PQntuples) rowCount = nullptr;
    decltype(&PQnfields) columnCount = nullptr;
    decltype(&PQftype) typeOf = nullptr;
    decltype(&PQgetisnull) isNull = nullptr;
    decltype(&PQgetvalue) value = nullptr;
    decltype(&PQgetlength) length = nullptr;
    decltype(&PQcmdTuples) touched = nullptr;
    decltype(&PQputCopyData) putCopyData = nullptr;
    decltype(&PQputCopyEnd) putCopyEnd = nullptr;
    decltype(&PQgetResult) nextResult = nullptr;
};

// Any thread; loaded once. Errors: Environment (it is not installed).
Result<const PostgresLibrary*> postgresLibrary();

} // namespace soak
