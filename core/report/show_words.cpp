// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/show_words.h"

#include "core/report/report_text.h"

#include <algorithm>
#include <set>

namespace soak
{

Error noSuchIteration(const SoakRun& run, int iteration)
{
    std::string message = "the run has no iteration " + std::to_string(iteration) + "; it has " +
                          rangesText(run.table.iterations());
    if (std::binary_search(run.unreadable.begin(), run.unreadable.end(), iteration)) {
        message += " (its file cannot be read)";
    }
    return Error{Errc::NotFound, std::move(message), run.folder};
}

const PairCheck* pairFrom(const Verification& verification, int iteration)
{
    const auto found =
        std::find_if(verification.pairs.begin(), verification.pairs.end(),
                     [iteration](const PairCheck& pair) { return pair.from == iteration; });
    return found == verification.pairs.end() ? nullptr : &*found;
}

std::vector<std::string> overrideNames(const Overrides* a, const Overrides* b)
{
    std::set<std::string> names;
    for (const Overrides* overrides : {a, b}) {
        if (overrides != nullptr) {
            for (const auto& [name, value] : overrides->values) {
                names.insert(name);
            }
        }
    }
    return {names.begin(), names.end()};
}

std::string_view chainText(ChainState chain)
{
    switch (chain) {
    case ChainState::Absent:
        return "none";
    case ChainState::Intact:
        return "intact";
    case ChainState::Broken:
        break;
    }
    return "broken";
}

} // namespace soak
