// SPDX-License-Identifier: GPL-3.0-or-later
// What a run recorded of an iteration's tuning: its summary and its row of TUNING_REPORT.json
// (DOMAIN 6.1).
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace soak
{

using DroppedParams = std::map<std::string, DropReason, std::less<>>;

struct RecordedStep {
    const TuningStep* step = nullptr; // nullptr: nothing is recorded
    const DroppedParams* dropped =
        nullptr; // of the step, else of the other record; nullptr: none has it

    // The proposal; empty when there is none.
    [[nodiscard]] const Deltas& proposed() const;
};

// The summaries of a run of ours are chained, so they are believed before the report rendered from
// them; of a foreign run the report is believed first. The other one stands in where the first has
// no proposal, or no `dropped`.
class RecordedSteps final
{
public:
    explicit RecordedSteps(const SoakRun& run);

    [[nodiscard]] RecordedStep at(std::size_t row) const;
    // Whether any iteration has a record of its tuning.
    [[nodiscard]] bool any() const;

private:
    [[nodiscard]] const TuningStep* reportedAt(std::size_t row) const;

    const SoakRun& m_run;
    std::vector<std::pair<int, const TuningStep*>> m_reported; // by iteration
};

} // namespace soak
