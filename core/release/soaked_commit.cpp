// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/soaked_commit.h"

#include <nlohmann/json.hpp>

namespace soak
{

std::optional<std::string> soakedCommit(const SoakRun& run)
{
    if (!run.info) {
        return std::nullopt;
    }
    for (const char* key : {"commit", "git_commit"}) {
        const auto found = run.info->extras.find(JsonPath{key});
        if (found == run.info->extras.end()) {
            continue;
        }
        const auto json = nlohmann::json::parse(found->second, nullptr, false);
        if (json.is_string()) {
            return json.get<std::string>();
        }
    }
    return std::nullopt;
}

} // namespace soak
