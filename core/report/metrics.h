// SPDX-License-Identifier: GPL-3.0-or-later
// metrics.prom: Prometheus text format 0.0.4 (DOMAIN 7.4), or the same in OpenMetrics 1.0.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/exposition.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// Series of single iterations are written for so many of the newest iterations.
inline constexpr std::size_t kMostIterationSeries = 1000;

// Every family once, under one HELP and one TYPE; what is not known has no sample.
std::string metricsText(const Judgement& judgement, const ReportContext& context,
                        ExpositionFormat format = ExpositionFormat::Text);

// Of a run that could not be read or judged: warmup_exporter_error 1, and nothing else.
std::string failedMetricsText(ExpositionFormat format = ExpositionFormat::Text);

} // namespace soak
