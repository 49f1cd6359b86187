// SPDX-License-Identifier: GPL-3.0-or-later
// Where else than at its resolved place a value of a parameter lies.
#pragma once

#include "core/model/soak_run.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

struct Spelling {
    std::string path; // dotted
    double value = 0;
    bool operator==(const Spelling&) const = default;
};

// Every `path=value` of a sentence, in order; what is not a number is passed over.
std::vector<Spelling> spellingsIn(std::string_view text);

// Unknown leaves whose last key is `parameter` and whose value is a number.
std::vector<Spelling> misplacedIn(const Overrides& overrides, std::string_view parameter);

// The several values of one parameter in one file, from the findings of kind OverrideConflict:
// their text lists every path=value, and the first path that the registry knows says which
// parameter it is.
class ConflictIndex final
{
public:
    ConflictIndex(const std::vector<Finding>& findings, const ParameterRegistry& registry);

    // `iteration` absent: of the live file, or another file that is no iteration's.
    [[nodiscard]] const std::vector<Spelling>& at(std::optional<int> iteration,
                                                  std::string_view parameter) const;

private:
    std::map<std::pair<std::optional<int>, std::string>, std::vector<Spelling>> m_spellings;
};

} // namespace soak
