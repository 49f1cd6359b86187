// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_page.h"

#include "core/report/html_style.h"
#include "core/report/report_text.h"

namespace soak
{

std::string htmlPage(std::string_view title, std::span<const Html> parts,
                     const ReportContext& context)
{
    std::string out = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
                      "<head>\n<meta charset=\"utf-8\"/>\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\"/>\n";
    out += "<title>" + htmlText(title).markup + "</title>\n<style>" + std::string(htmlStyle()) +
           "</style>\n</head>\n<body>\n";
    for (const Html& part : parts) {
        out += part.markup;
    }
    return out + "<footer>Soak Workbench " + htmlText(context.toolVersion).markup + ", " +
           htmlText(timestampText(context.timestamp)).markup + "</footer>\n</body>\n</html>\n";
}

} // namespace soak
