// SPDX-License-Identifier: GPL-3.0-or-later
// What a scrape gets: made once when the run changes, then only handed out.
#pragma once

#include "core/analysis/judgement.h"

#include <memory>
#include <optional>
#include <string>

namespace soak
{

struct MetricsPage {
    std::shared_ptr<const std::string> text;        // format 0.0.4; never null
    std::shared_ptr<const std::string> openMetrics; // never null
    std::string runLabel;                           // empty when there is none
    std::string state;                 // "RUN_1767608400000: 12 iterations, WARN", or the reason
    bool isReady = false;              // a run was read and judged
    std::optional<std::string> remark; // what the reader should know of how it was judged
};

MetricsPage metricsPage(const Judgement& judgement, const std::string& toolVersion);

// Of a run that cannot be read: the metrics say so and nothing else.
MetricsPage failedPage(const Error& error);

} // namespace soak
