// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_report.h"

#include "core/report/confidence_report.h"
#include "core/report/html_page.h"
#include "core/report/html_sections.h"
#include "core/report/report_text.h"

#include <array>

namespace soak
{

std::string htmlReport(const Judgement& judgement, const ReportContext& context)
{
    const std::array parts{headSection(judgement, context),
                           chartSection(judgement),
                           gateSection(judgement),
                           confidenceSection(gateConfidence(judgement)),
                           statisticsSection(judgement),
                           verificationSection(judgement.verification),
                           tuningSection(judgement),
                           qualitySection(judgement),
                           recommendationSection(judgement),
                           iterationSection(judgement),
                           provenanceSection(judgement, context)};
    return htmlPage("Soak report " + runLabel(*judgement.run) + ": " +
                        std::string(keyOf(judgement.verdict)),
                    parts, context);
}

} // namespace soak
