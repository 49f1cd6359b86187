// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of a list as a table and as JSON.
#pragma once

#include "core/history/history_page.h"
#include "core/history/history_words.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace soak::cli
{

std::string runTable(const std::vector<RunRow>& rows);
nlohmann::json rowJson(const RunRow& row);

// Remembered ones: with their numbers.
std::string historyTable(const std::vector<HistoryRun>& runs);
nlohmann::json historyJson(const HistoryRun& run);
nlohmann::json wordsJson(const HistoryWords& words);

std::string verdictText(const RunRow& row);    // PASS, WARN, FAIL, unreadable
std::string iterationsText(const RunRow& row); // 8/36

} // namespace soak::cli
