// SPDX-License-Identifier: GPL-3.0-or-later
// The soaks of a sweep that were made, in a file, a line of JSON each: what was stopped goes on,
// and the tasks that a scheduler makes apart come together.
#pragma once

#include "core/base/file.h"
#include "core/sweep/sweep.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <tuple>

namespace soak
{

nlohmann::json sweepResultJson(const SweepResult& result);

// Safe for many threads and processes at once: a line is appended whole, under a lock.
class SweepLog final
{
public:
    // Reads what is there; a file that is not there is made by the first line. Lines of soaks made
    // in another way (iterations, start, guards, market, prior, version of the program) are left
    // alone, and so is a last line without an end, as a kill leaves it. Errors: BadInput (a line
    // that is no result; the line is named), NotWritable.
    static Result<SweepLog> open(const fs::path& file, const SweepPlan& plan);

    [[nodiscard]] const SweepResult* find(const SweepTask& task) const;

    [[nodiscard]] std::size_t known() const { return m_known.size(); }

    [[nodiscard]] std::size_t otherwise() const { return m_otherwise; } // lines made in another way

    // On disk when it returns. Errors: NotWritable.
    Status add(const SweepResult& result) const;

private:
    using Key = std::tuple<std::string, std::string, std::string, std::uint64_t>;

    SweepLog(fs::path file, std::map<std::string, std::string> made)
        : m_file(std::move(file)), m_made(std::move(made))
    {
    }

    Status read(std::string_view text);

    fs::path m_file;
    std::map<std::string, std::string> m_made; // start -> how its soaks are made
    std::map<Key, SweepResult> m_known;
    std::size_t m_otherwise = 0;
};

} // namespace soak
