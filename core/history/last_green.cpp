// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/last_green.h"

#include <algorithm>

namespace soak
{

namespace
{

bool isAlike(const RunRow& a, const RunRow& b, Likeness likeness)
{
    switch (likeness) {
    case Likeness::Engine:
        return a.engine == b.engine;
    case Likeness::Scenario:
        return a.scenario == b.scenario;
    case Likeness::Profile:
        return a.profile == b.profile && a.gateProfile == b.gateProfile;
    }
    return false;
}

// What they differ in; more than one thing is as good as another run altogether.
std::vector<Likeness> differences(const RunRow& a, const RunRow& b)
{
    std::vector<Likeness> differing;
    for (const Likeness likeness : {Likeness::Engine, Likeness::Scenario, Likeness::Profile}) {
        if (!isAlike(a, b, likeness)) {
            differing.push_back(likeness);
        }
    }
    return differing;
}

bool isSame(const RunRow& row, const RunRow& shown)
{
    return row.folder == shown.folder || (!row.identity.empty() && row.identity == shown.identity);
}

bool isBefore(const RunRow& row, const RunRow& shown)
{
    return !isSame(row, shown) && row.startedMs && shown.startedMs &&
           *row.startedMs < *shown.startedMs;
}

// A what-if that is green was never run: nothing can be gone back to.
bool isCandidate(const RunRow& row, const RunRow& shown)
{
    return !row.isBranch && isBefore(row, shown) && differences(row, shown).size() <= 1;
}

} // namespace

std::string_view keyOf(Likeness likeness)
{
    constexpr std::array<std::string_view, 3> kKeys{"engine", "scenario", "profile"};
    return kKeys[static_cast<std::size_t>(likeness)];
}

bool isGreen(const RunRow& row)
{
    const bool isWhole =
        row.figures &&
        (!row.planned || row.figures->iterationsRead >= static_cast<std::size_t>(*row.planned));
    return isWhole && row.activity.activity == RunActivity::Finished &&
           row.figures->verdict == RunVerdict::Pass &&
           row.figures->gateVerdict == GateResultVerdict::Pass;
}

GreenCandidates greenCandidates(std::span<const RunRow> rows, const RunRow& shown)
{
    GreenCandidates counted;
    for (const RunRow& row : rows) {
        counted.others += isSame(row, shown) ? 0 : 1;
        counted.before += isBefore(row, shown) ? 1 : 0;
        counted.alike += isCandidate(row, shown) ? 1 : 0;
    }
    return counted;
}

Result<std::optional<GreenRun>> lastGreenRun(const RunIndex& index, std::vector<RunRow> rows,
                                             const RunRow& shown, const std::stop_token& stop)
{
    if (!shown.startedMs) {
        return Error{Errc::BadInput, "does not say when it started, so nothing is before it",
                     shown.folder};
    }
    std::erase_if(rows, [&shown](const RunRow& row) { return !isCandidate(row, shown); });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const RunRow& a, const RunRow& b) { return *a.startedMs > *b.startedMs; });
    using Relaxed = std::optional<Likeness>;
    for (const Relaxed relaxed : {Relaxed{}, Relaxed{Likeness::Profile},
                                  Relaxed{Likeness::Scenario}, Relaxed{Likeness::Engine}}) {
        const std::vector<Likeness> wanted =
            relaxed ? std::vector{*relaxed} : std::vector<Likeness>{};
        for (RunRow& row : rows) {
            if (differences(row, shown) != wanted) {
                continue;
            }
            if (!row.figures && row.whyUnreadable.empty()) {
                SOAK_TRY(row, index.judged(std::move(row), stop));
            }
            if (isGreen(row)) {
                return std::optional(GreenRun{std::move(row), relaxed});
            }
        }
    }
    return std::optional<GreenRun>{};
}

} // namespace soak
