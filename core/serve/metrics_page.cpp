// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/metrics_page.h"

#include "core/base/text.h"
#include "core/report/metrics.h"
#include "core/report/report_text.h"

namespace soak
{
namespace
{

std::shared_ptr<const std::string> shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

} // namespace

MetricsPage metricsPage(const Judgement& judgement, const std::string& toolVersion)
{
    const ReportContext context{.timestamp = std::nullopt, .toolVersion = toolVersion};
    const std::size_t iterations = judgement.run->table.rowCount();
    return {.text = shared(metricsText(judgement, context)),
            .openMetrics = shared(metricsText(judgement, context, ExpositionFormat::OpenMetrics)),
            .runLabel = runLabel(*judgement.run),
            .state = runLabel(*judgement.run) + ": " +
                     countText(iterations, "iteration", "iterations") + ", " +
                     std::string(keyOf(judgement.verdict)),
            .isReady = true,
            .remark = std::nullopt};
}

MetricsPage failedPage(const Error& error)
{
    return {.text = shared(failedMetricsText()),
            .openMetrics = shared(failedMetricsText(ExpositionFormat::OpenMetrics)),
            .runLabel = {},
            .state = describe(error),
            .isReady = false,
            .remark = std::nullopt};
}

} // namespace soak
