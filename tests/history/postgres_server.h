// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server of this test program's own: in a folder of its own, on a Unix socket in it,
// as a user of its own where the tests run as root.
#pragma once

#include "tests/support/temp_dir.h"

#include <sys/types.h>

#include <string>

namespace soak
{

class PostgresServer final
{
public:
    PostgresServer(); // fails the test when there is no PostgreSQL, or it does not start
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // One for the whole program, started when it is first asked for.
    static PostgresServer& shared();

    // An empty schema in its database, as a URL.
    std::string newPlace();
    [[nodiscard]] std::string url() const;

    void stop(); // at once: connections are lost
    void start();

    // The path of one of PostgreSQL's own programs.
    [[nodiscard]] std::string program(const std::string& name) const
    {
        return m_programs + "/" + name;
    }

    // Runs SQL through psql and returns what it prints, without headings.
    [[nodiscard]] std::string psql(const std::string& url, const std::string& sql) const;

private:
    void prepare();

    TempDir m_folder;
    std::string m_programs; // where initdb and postgres are
    pid_t m_server = -1;
    int m_places = 0;
};

} // namespace soak
