// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/spelling.h"

#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::string_view kPathCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
constexpr std::string_view kNumberCharacters = "0123456789+-.eE";

std::string_view pathBefore(std::string_view text)
{
    const auto end = text.find_last_not_of(' ');
    text = end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
    const auto before = text.find_last_not_of(kPathCharacters);
    return before == std::string_view::npos ? text : text.substr(before + 1);
}

std::optional<double> numberAfter(std::string_view text)
{
    text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    text = text.substr(0, text.find_first_not_of(kNumberCharacters));
    if (text.ends_with('.')) { // the end of the sentence
        text.remove_suffix(1);
    }
    return parseNumber(text);
}

const ParameterSpec* parameterOf(const std::vector<Spelling>& spellings,
                                 const ParameterRegistry& registry)
{
    for (const Spelling& spelling : spellings) {
        if (const ParameterSpec* spec = registry.findByPath(split(spelling.path, '.'))) {
            return spec;
        }
    }
    return nullptr;
}

} // namespace

std::vector<Spelling> spellingsIn(std::string_view text)
{
    std::vector<Spelling> spellings;
    for (auto at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        const std::string_view path = pathBefore(text.substr(0, at));
        const auto value = numberAfter(text.substr(at + 1));
        if (!path.empty() && value) {
            spellings.push_back({std::string(path), *value});
        }
    }
    return spellings;
}

std::vector<Spelling> misplacedIn(const Overrides& overrides, std::string_view parameter)
{
    std::vector<Spelling> spellings;
    for (const auto& [path, json] : overrides.extras) {
        if (!path.empty() && path.back() == parameter) {
            if (const auto value = parseNumber(json)) {
                spellings.push_back({pathText(path), *value});
            }
        }
    }
    return spellings;
}

ConflictIndex::ConflictIndex(const std::vector<Finding>& findings,
                             const ParameterRegistry& registry)
{
    for (const Finding& finding : findings) {
        if (finding.kind != FindingKind::OverrideConflict) {
            continue;
        }
        const std::vector<Spelling> spellings = spellingsIn(finding.text);
        const ParameterSpec* spec = parameterOf(spellings, registry);
        if (spec == nullptr) {
            continue;
        }
        auto& known = m_spellings[{finding.iteration, spec->name}];
        for (const Spelling& spelling : spellings) {
            if (std::find(known.begin(), known.end(), spelling) == known.end()) {
                known.push_back(spelling);
            }
        }
    }
}

const std::vector<Spelling>& ConflictIndex::at(std::optional<int> iteration,
                                               std::string_view parameter) const
{
    static const std::vector<Spelling> none;
    if (m_spellings.empty()) {
        return none;
    }
    const auto found = m_spellings.find({iteration, std::string(parameter)});
    return found == m_spellings.end() ? none : found->second;
}

} // namespace soak
