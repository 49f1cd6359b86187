// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/query_words.h"

#include "core/base/text.h"
#include "core/model/parameter.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Kind = QueryPart::Kind;

struct Field {
    std::string_view word;
    Kind kind;
};

constexpr std::array kFields{
    Field{"verdict", Kind::Verdict}, Field{"is", Kind::Activity},       Field{"tag", Kind::Tag},
    Field{"engine", Kind::Engine},   Field{"scenario", Kind::Scenario}, Field{"since", Kind::Since},
    Field{"until", Kind::Until},     Field{"param", Kind::Param},       Field{"state", Kind::State},
};

struct Alias {
    std::string_view word;
    Metric metric;
};

constexpr std::array kAliases{
    Alias{"maker", Metric::MakerTakerRatio},
    Alias{"p95", Metric::P95LatencyMs},
    Alias{"risk", Metric::RiskRatio},
    Alias{"net", Metric::NetBps},
};

constexpr std::array<std::string_view, 5> kVerdicts{"pass", "warn", "fail", "partial",
                                                    "unreadable"};

std::optional<std::size_t> goalOf(Metric metric)
{
    const auto goals = goalMetrics();
    const auto found = std::find(goals.begin(), goals.end(), metric);
    return found == goals.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - goals.begin()));
}

} // namespace

std::optional<Kind> fieldNamed(std::string_view word)
{
    for (const Field& field : kFields) {
        if (field.word == word) {
            return field.kind;
        }
    }
    return std::nullopt;
}

std::optional<Quantity> quantityNamed(std::string_view word)
{
    if (word == "iterations") {
        return Quantity{Kind::Iterations};
    }
    if (word == "problems") {
        return Quantity{Kind::Problems};
    }
    auto metric = metricFromKey(word);
    for (const Alias& alias : kAliases) {
        metric = alias.word == word ? std::optional(alias.metric) : metric;
    }
    const auto goal = metric ? goalOf(*metric) : std::nullopt;
    return goal ? std::optional(Quantity{Kind::Goal, *goal}) : std::nullopt;
}

std::optional<std::string> parameterNamed(std::string_view word)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const ParameterSpec* spec = registry.find(word);
    if (spec == nullptr) {
        spec = registry.findByPath(split(word, '.'));
    }
    return spec == nullptr ? std::nullopt : std::optional(spec->name);
}

bool isVerdictWord(std::string_view word)
{
    return std::find(kVerdicts.begin(), kVerdicts.end(), word) != kVerdicts.end();
}

bool isActivityWord(std::string_view word)
{
    return std::any_of(kRunActivities.begin(), kRunActivities.end(),
                       [word](RunActivity activity) { return keyOf(activity) == word; });
}

std::span<const std::string_view> queryWords()
{
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        for (const Field& field : kFields) {
            all.push_back(field.word);
        }
        for (const Alias& alias : kAliases) {
            all.push_back(alias.word);
        }
        all.insert(all.end(), {"iterations", "problems"});
        return all;
    }();
    return words;
}

} // namespace soak
