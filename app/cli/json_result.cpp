// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_result.h"

#include "core/base/version.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak::cli
{

std::string jsonResult(std::string_view verb, nlohmann::json object)
{
    object["schema"] = "soak-" + std::string(verb) + "/1";
    object["tool_version"] = std::string(kToolVersion);
    return jsonText(object);
}

} // namespace soak::cli
