// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_chart.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/plot.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

constexpr double kSweepLineHeight = 20;
constexpr double kSweepGroupGap = 12;
constexpr double kSweepTop = 64;
constexpr double kSweepLeft = 220;
constexpr double kSweepPlotWidth = 460;
constexpr double kSweepWidth = 920; // "100.0 % (99.8 to 100.0), n 1600" has room
constexpr double kSweepBottom = 64;
constexpr double kSweepMark = 5;
constexpr double kSweepFull = 100; // percent

// Of Okabe and Ito: told apart by the colour blind, on white.
constexpr std::array kSweepColours{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#555555"};
constexpr const char* kSweepInk = "#1c1c1c";
constexpr const char* kSweepGrid = "#d9d9d9";

double xOfShare(double share)
{
    return kSweepLeft + share * kSweepPlotWidth;
}

std::string letteringAt(double x, double y, std::string_view anchor, std::string_view text,
                        std::string_view more = {})
{
    return "<text x=\"" + pixelText(x) + "\" y=\"" + pixelText(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\" " + std::string(more) + ">" + escapeXml(text) + "</text>\n";
}

std::string strokeFrom(double x1, double y1, double x2, double y2, std::string_view colour,
                       double width)
{
    return "<line x1=\"" + pixelText(x1) + "\" y1=\"" + pixelText(y1) + "\" x2=\"" + pixelText(x2) +
           "\" y2=\"" + pixelText(y2) + "\" stroke=\"" + std::string(colour) +
           "\" stroke-width=\"" + pixelText(width) + "\"/>\n";
}

std::string filledPolygon(const std::vector<std::pair<double, double>>& corners,
                          std::string_view colour)
{
    std::string points;
    for (const auto& [x, y] : corners) {
        points += (points.empty() ? "" : " ") + pixelText(x) + "," + pixelText(y);
    }
    return "<polygon points=\"" + points + "\" fill=\"" + std::string(colour) + "\"/>\n";
}

std::string tunerMark(std::size_t tuner, double x, double y)
{
    const std::string colour = kSweepColours.at(tuner % kSweepColours.size());
    switch (tuner % 4) {
    case 0:
        return "<circle cx=\"" + pixelText(x) + "\" cy=\"" + pixelText(y) + "\" r=\"" +
               pixelText(kSweepMark) + "\" fill=\"" + colour + "\"/>\n";
    case 1:
        return filledPolygon({{x - kSweepMark, y - kSweepMark},
                              {x + kSweepMark, y - kSweepMark},
                              {x + kSweepMark, y + kSweepMark},
                              {x - kSweepMark, y + kSweepMark}},
                             colour);
    case 2:
        return filledPolygon({{x, y - kSweepMark - 1},
                              {x + kSweepMark + 1, y + kSweepMark},
                              {x - kSweepMark - 1, y + kSweepMark}},
                             colour);
    default:
        return filledPolygon({{x, y - kSweepMark - 1},
                              {x + kSweepMark + 1, y},
                              {x, y + kSweepMark + 1},
                              {x - kSweepMark - 1, y}},
                             colour);
    }
}

std::vector<std::string> tunersIn(const std::vector<SweepRow>& rows)
{
    std::vector<std::string> tuners;
    for (const SweepRow& row : rows) {
        if (std::ranges::find(tuners, row.tuner) == tuners.end()) {
            tuners.push_back(row.tuner);
        }
    }
    return tuners;
}

std::string shareText(const SweepRow& row)
{
    const auto percent = [](double share) { return fixedText(share * kSweepFull, 1); };
    return percent(row.share.share) + " % (" + percent(row.share.low) + " to " +
           percent(row.share.high) + "), n " + std::to_string(row.soaks);
}

std::string shareAxis(double bottom)
{
    std::string svg;
    for (int percent = 0; percent <= 100; percent += 20) {
        const double x = xOfShare(percent / kSweepFull);
        svg += strokeFrom(x, kSweepTop - 8, x, bottom, kSweepGrid, 1);
        svg += letteringAt(x, bottom + 18, "middle", std::to_string(percent) + " %");
    }
    return svg;
}

} // namespace

std::string sweepChartSvg(const std::vector<SweepRow>& rows)
{
    const std::vector<std::string> tuners = tunersIn(rows);
    std::string lines;
    std::string group;
    double y = kSweepTop - kSweepGroupGap;
    for (const SweepRow& row : rows) {
        if (row.scenario + " " + row.start != group) {
            y += kSweepGroupGap;
            group = row.scenario + " " + row.start;
            lines += letteringAt(16, y + kSweepLineHeight / 2 + 4, "start",
                                 row.scenario == "all" ? "all together" : row.scenario,
                                 "font-weight=\"600\"");
            lines += letteringAt(16, y + kSweepLineHeight * 3 / 2 + 2, "start", "from " + row.start,
                                 "font-size=\"11\"");
        }
        const double middle = y + kSweepLineHeight / 2;
        const auto tuner =
            static_cast<std::size_t>(std::ranges::find(tuners, row.tuner) - tuners.begin());
        lines += letteringAt(kSweepLeft - 12, middle + 4, "end", row.tuner);
        lines += strokeFrom(xOfShare(row.share.low), middle, xOfShare(row.share.high), middle,
                            kSweepColours.at(tuner % kSweepColours.size()), 2);
        lines += tunerMark(tuner, xOfShare(row.share.share), middle);
        lines +=
            letteringAt(kSweepLeft + kSweepPlotWidth + 14, middle + 4, "start", shareText(row));
        y += kSweepLineHeight;
    }
    const double height = y + kSweepBottom;
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
                      pixelText(kSweepWidth) + "\" height=\"" + pixelText(height) +
                      "\" viewBox=\"0 0 " + pixelText(kSweepWidth) + " " + pixelText(height) +
                      "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"" + kSweepInk +
                      "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    svg += letteringAt(16, 26, "start", "Soaks that end green, with 95 % intervals",
                       "font-size=\"16\" font-weight=\"600\"");
    svg += shareAxis(y + 4);
    svg += lines;
    svg += letteringAt(
        16, height - 14, "start",
        "The market is synthetic: green is evidence about the tuner, none about profit.",
        "font-size=\"11\"");
    return svg + "</svg>\n";
}

} // namespace soak
