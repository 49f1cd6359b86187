// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_report.h"

#include "core/report/html_sections.h"
#include "core/report/html_style.h"
#include "core/report/report_text.h"

namespace soak
{

std::string htmlReport(const Judgement& judgement, const ReportContext& context)
{
    std::string out = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
                      "<head>\n<meta charset=\"utf-8\"/>\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\"/>\n";
    out +=
        "<title>Soak report " +
        htmlText(runLabel(*judgement.run) + ": " + std::string(keyOf(judgement.verdict))).markup +
        "</title>\n<style>" + std::string(htmlStyle()) + "</style>\n</head>\n<body>\n";
    for (const Html& part :
         {headSection(judgement, context), chartSection(judgement), gateSection(judgement),
          statisticsSection(judgement), verificationSection(judgement.verification),
          tuningSection(judgement), qualitySection(judgement), recommendationSection(judgement),
          iterationSection(judgement), provenanceSection(judgement, context)}) {
        out += part.markup;
    }
    return out + "<footer>Soak Workbench " + htmlText(context.toolVersion).markup + ", " +
           htmlText(timestampText(context.timestamp)).markup + "</footer>\n</body>\n</html>\n";
}

} // namespace soak
