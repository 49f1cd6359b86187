// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/config_reader.h"

#include "core/io/json_reader.h"

#include <nlohmann/json.hpp>

namespace soak
{

Result<nlohmann::json> parseConfig(std::string_view text, std::string_view file)
{
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(nlohmann::json tree, parseJson(text, sink));
    SOAK_CHECK(refuseFindings(findings, file));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "no JSON object", std::string(file)};
    }
    return tree;
}

Status refuseFindings(const std::vector<Finding>& findings, std::string_view file)
{
    if (findings.empty()) {
        return Done{};
    }
    const Finding& first = findings.front();
    return Error{Errc::BadInput, first.field + ": " + first.text, std::string(file)};
}

Status refuseExtras(const ObjectReader::Extras& extras, std::string_view file)
{
    if (extras.empty()) {
        return Done{};
    }
    return Error{Errc::BadInput, "unknown member " + pathText(extras.begin()->first),
                 std::string(file)};
}

} // namespace soak
