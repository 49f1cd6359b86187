// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_words.h"

#include "core/base/text.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string windowName(const ComparedCut& cut, const ComparedSide& side)
{
    switch (cut.window) {
    case ComparedWindow::All:
        return "all of them";
    case ComparedWindow::Last8:
        return "the last 8";
    case ComparedWindow::Steady:
        break;
    }
    const std::string from = "since #" + std::to_string(cut.from);
    if (cut.isByHand) {
        return from + " (chosen by hand)";
    }
    const SteadyState& steady = side.steady;
    return "steady " + from +
           (steady.from() < cut.from ? " (the warm-up of another run)"
            : steady.isMeasured      ? " (MSER-5)"
            : steady.cut == 0        ? " (no warm-up declared)"
                                     : " (declared warm-up)");
}

std::string guardsText(const GuardActivations& guards)
{
    std::string text;
    for (std::size_t type = 0; type < guards.size(); ++type) {
        if (!guards[type].empty()) {
            text += (text.empty() ? "" : ", ") + std::string(keyOf(static_cast<GuardType>(type))) +
                    " " + std::to_string(guards[type].size());
        }
    }
    return text.empty() ? "none" : text;
}

std::string changesText(const KpiChanges& changes)
{
    const std::string title(specOf(changes.metric).title);
    std::string text;
    for (const RunChange& change : changes.confirmed) {
        text += (text.empty() ? "" : "; ") + changeText(change) + " (" +
                metricText(changes.metric, change.before) + " to " +
                metricText(changes.metric, change.after) + ")";
    }
    for (const RunChange& change : changes.candidates) {
        text += (text.empty() ? "" : "; ") + ("#" + std::to_string(change.iteration)) +
                " is a candidate (too short to confirm)";
    }
    if (!changes.confirmed.empty()) {
        text += changes.isWeak ? "; chance would do as well (p " + pValueText(changes.chanceP) + ")"
                               : "; by chance p " + pValueText(changes.chanceP);
    }
    if (changes.end != SearchEnd::Complete) {
        text += (text.empty() ? "" : "; ") +
                ("the search was ended: " + std::string(keyOf(changes.end)));
    }
    return text.empty() ? "" : title + ": " + text;
}

} // namespace

std::string comparedIterationsText(const ComparedCut& cut, const ComparedSide& side)
{
    const auto iterations = side.run->table.iterations();
    if (side.rows.first >= side.rows.last) {
        return "no iterations " + windowName(cut, side);
    }
    return "iterations " + std::to_string(iterations[side.rows.first]) + "-" +
           std::to_string(iterations[side.rows.last - 1]) + ", " + windowName(cut, side);
}

std::string comparedIterationsText(const RunComparison& comparison, const ComparedSide& side)
{
    return comparedIterationsText(
        {comparison.options.window, comparison.from, comparison.isExploratory}, side);
}

std::string effectText(Metric metric, std::optional<double> amount)
{
    if (!amount) {
        return std::string(kNotAvailable);
    }
    const KpiSpec& spec = specOf(metric);
    const std::string number = visibleNumber(*amount, spec.decimals);
    return (*amount > 0 ? "+" : "") + number + unitSuffix(unitText(spec.unit));
}

std::string intervalText(Metric metric, const std::optional<Interval>& interval)
{
    if (!interval) {
        return std::string(kNotAvailable);
    }
    const int decimals = specOf(metric).decimals;
    return "[" + visibleNumber(interval->low, decimals) + ", " +
           visibleNumber(interval->high, decimals) + "]";
}

std::string pValueText(std::optional<double> p)
{
    if (!p) {
        return std::string(kNotAvailable);
    }
    return *p < .001 ? "<0.001" : fixedText(*p, 3);
}

std::string verdictWord(EffectVerdict verdict)
{
    return verdict == EffectVerdict::Inconclusive ? "not known" : std::string(keyOf(verdict));
}

std::string marginText(const KpiEffect& effect)
{
    return shortNumber(effect.margin) + unitSuffix(unitText(specOf(effect.metric).unit));
}

std::string effectVerdictText(const KpiEffect& effect)
{
    if (effect.verdict != EffectVerdict::Inconclusive) {
        return verdictWord(effect.verdict) + (effect.isDeterministic ? " (deterministic)" : "");
    }
    std::string text = verdictWord(effect.verdict) + " (" + std::string(keyOf(effect.reason)) + ")";
    if (effect.iterationsNeeded) {
        text += ", about " + std::to_string(*effect.iterationsNeeded) + " iterations needed";
    }
    return text;
}

std::vector<TableColumn> effectColumns()
{
    return {{"KPI"},
            {"baseline", ColumnAlign::Right},
            {"run", ColumnAlign::Right},
            {"effect", ColumnAlign::Right},
            {"95 % interval", ColumnAlign::Right},
            {"n", ColumnAlign::Right},
            {"missing", ColumnAlign::Right},
            {"ESS", ColumnAlign::Right},
            {"phi", ColumnAlign::Right},
            {"Holm p", ColumnAlign::Right},
            {"margin", ColumnAlign::Right},
            {"verdict"}};
}

std::vector<std::string> effectCells(const KpiEffect& effect)
{
    const auto both = [](const std::string& a, const std::string& b) { return a + " / " + b; };
    const auto fixed = [](std::optional<double> value, int decimals) {
        return value ? fixedText(*value, decimals) : std::string(kNotAvailable);
    };
    const EffectSide& a = effect.baseline;
    const EffectSide& b = effect.other;
    return {std::string(specOf(effect.metric).key),
            metricText(effect.metric, a.mean),
            metricText(effect.metric, b.mean),
            effectText(effect.metric, effect.difference),
            intervalText(effect.metric, effect.ci95),
            both(std::to_string(a.n), std::to_string(b.n)),
            both(std::to_string(a.missing), std::to_string(b.missing)),
            both(fixed(a.ess, 1), fixed(b.ess, 1)),
            both(fixed(a.phi, 2), fixed(b.phi, 2)),
            pValueText(effect.holmP),
            marginText(effect),
            effectVerdictText(effect)};
}

std::vector<std::string> sideFacts(const ComparedSide& side)
{
    std::vector<std::string> facts;
    for (const KpiChanges& changes : side.changes) {
        if (std::string text = changesText(changes); !text.empty()) {
            facts.push_back("change point of " + std::move(text));
        }
    }
    facts.push_back("guards active in the compared iterations: " + guardsText(side.guards));
    if (side.iterationsMissing > 0) {
        facts.push_back(countText(side.iterationsMissing, "iteration", "iterations") +
                        " of the compared range missing");
    }
    if (side.problems > 0) {
        facts.push_back(countText(side.problems, "problem", "problems") + " found in the files");
    }
    facts.insert(facts.end(), side.notes.begin(), side.notes.end());
    return facts;
}

} // namespace soak
