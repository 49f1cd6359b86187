// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/postgres_library.h"

#include <dlfcn.h>

namespace soak
{

namespace
{

template <typename Function>
bool take(void* library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

Result<PostgresLibrary> loadedLibrary()
{
    void* library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        return Error{Errc::Environment,
                     "PostgreSQL's client library is not installed; the package is libpq5",
                     "libpq.so.5"};
    }
    PostgresLibrary all;
    const bool hasAll =
        take(library, "PQconnectdb", all.connect) && take(library, "PQfinish", all.finish) &&
        take(library, "PQstatus", all.status) &&
        take(library, "PQerrorMessage", all.errorMessage) &&
        take(library, "PQsetNoticeReceiver", all.setNoticeReceiver) &&
        take(library, "PQexecParams", all.execParams) &&
        take(library, "PQresultStatus", all.resultStatus) &&
        take(library, "PQresultErrorMessage", all.resultErrorMessage) &&
        take(library, "PQresultErrorField", all.resultErrorField) &&
        take(library, "PQclear", all.clear) && take(library, "PQntuples", all.rowCount) &&
        take(library, "PQnfields", all.columnCount) && take(library, "PQftype", all.typeOf) &&
        take(library, "PQgetisnull", all.isNull) && take(library, "PQgetvalue", all.value) &&
        take(library, "PQgetlength", all.length) && take(library, "PQcmdTuples", all.touched) &&
        take(library, "PQputCopyData", all.putCopyData) &&
        take(library, "PQputCopyEnd", all.putCopyEnd) &&
        take(library, "PQgetResult", all.nextResult);
    if (!hasAll) {
        return Error{Errc::Environment, "is not PostgreSQL's client library", "libpq.so.5"};
    }
    return all;
}

} // namespace

Result<const PostgresLibrary*> postgresLibrary()
{
    static const Result<PostgresLibrary> library = loadedLibrary();
    if (!library) {
        return library.error();
    }
    return &library.value();
}

} // namespace soak
