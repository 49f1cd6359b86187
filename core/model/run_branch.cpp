// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_branch.h"

#include "core/base/text.h"

#include <algorithm>

namespace soak
{

ParamValues branchedValuesAt(const std::vector<RunBranch>& branches, int iteration)
{
    ParamValues values;
    for (const RunBranch& branch : branches) {
        if (branch.at == iteration) {
            for (const auto& [name, value] : branch.set) {
                values.insert_or_assign(name, value);
            }
        }
    }
    return values;
}

bool isTunerOnAt(const std::vector<RunBranch>& branches, int iteration)
{
    return std::ranges::none_of(branches, [iteration](const RunBranch& branch) {
        return branch.isTunerOff && branch.at <= iteration;
    });
}

std::string branchText(const RunBranch& branch)
{
    std::vector<std::string> with;
    std::vector<std::string> without;
    for (const auto& [name, value] : branch.set) {
        const bool isTakenBack = std::ranges::binary_search(branch.without, name);
        const std::string amount = valueText(ParameterRegistry::builtin().find(name), value.amount);
        if (isTakenBack) {
            without.push_back(name + " (" + amount + ")");
        } else {
            with.push_back(name + " " + amount);
        }
    }
    std::vector<std::string> parts;
    if (!with.empty()) {
        parts.push_back("with " + join(with, ", "));
    }
    if (!without.empty()) {
        parts.push_back("without the change of " + join(without, ", "));
    }
    if (branch.isTunerOff) {
        parts.emplace_back("tuner off");
    }
    if (parts.empty()) {
        parts.emplace_back("nothing changed");
    }
    return "from iteration " + std::to_string(branch.at) + " " + join(parts, ", ");
}

} // namespace soak
