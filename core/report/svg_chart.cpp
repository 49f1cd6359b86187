// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/html_style.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr double kLeft = 62;   // tick texts; the same for all charts, so that they align
constexpr double kRight = 74;  // threshold text
constexpr double kTop = 16;    // notes stand above the plot
constexpr double kBottom = 24; // iteration numbers
constexpr double kLaneHeight = 20;
constexpr double kMarkWidth = 3;
constexpr int kYTicks = 5;
constexpr int kXTicks = 12;
constexpr std::size_t kMostDots = 240; // beyond these a point is no longer seen by itself
constexpr double kPlotRight = kChartWidth - kRight;
constexpr double kPlotBottom = kChartHeight - kBottom;

std::string attribute(std::string_view name, double pixel)
{
    return " " + std::string(name) + "=\"" + pixelText(pixel) + "\"";
}

std::string lineElement(std::string_view style, double x1, double y1, double x2, double y2)
{
    return "<line class=\"" + std::string(style) + "\"" + attribute("x1", x1) +
           attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) + "/>";
}

// `title` is shown when the pointer rests on it; "" = none.
std::string rectElement(std::string_view style, PlotRange x, PlotRange y, std::string_view title)
{
    std::string out = "<rect class=\"" + std::string(style) + "\"" + attribute("x", x.low) +
                      attribute("y", y.low) + attribute("width", x.high - x.low) +
                      attribute("height", y.high - y.low);
    return title.empty() ? out + "/>" : out + "><title>" + escapeXml(title) + "</title></rect>";
}

std::string textElement(std::string_view style, double x, double y, std::string_view text)
{
    return "<text class=\"" + std::string(style) + "\"" + attribute("x", x) + attribute("y", y) +
           ">" + escapeXml(text) + "</text>";
}

std::string openSvg(double height, std::string_view label)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + pixelText(kChartWidth) +
           " " + pixelText(height) + "\" role=\"img\" aria-label=\"" + escapeXml(label) + "\">\n";
}

std::string spanTitle(std::string_view what, const PlotSpan& span)
{
    std::string title(what);
    title += span.count == 1 ? ": iteration " : ": iterations ";
    title += std::to_string(span.firstIteration);
    title += span.count == 1 ? "" : "-" + std::to_string(span.lastIteration);
    return span.count == 1 ? title : title + " (" + std::to_string(span.count) + ")";
}

std::string marks(std::span<const int> iterations, const PlotScale& x, PlotRange y,
                  std::string_view style, std::string_view what)
{
    std::string out;
    for (const PlotSpan& span : markSpans(iterations, x, kMarkWidth)) {
        out += rectElement(style, {span.from, span.to}, y, spanTitle(what, span)) + "\n";
    }
    return out;
}

PlotScale iterationScale(const SoakRun& run)
{
    return {iterationRange(run), kLeft, kPlotRight};
}

// Never thinner than two pixels: a window of 8 in 100 000 iterations is still seen.
std::string windowShade(const Judgement& judgement, const PlotScale& x, double bottom)
{
    if (judgement.windowIterations.empty()) {
        return "";
    }
    constexpr double kLeastWidth = 2;
    const double right = x(judgement.windowIterations.back() + 0.5);
    const double left = std::min(x(judgement.windowIterations.front() - 0.5), right - kLeastWidth);
    return rectElement("window", {left, right}, {kTop, bottom},
                       "window: iterations " + rangesText(judgement.windowIterations)) +
           "\n";
}

std::string xAxis(const PlotScale& x, double bottom, double labelAt)
{
    std::string out = lineElement("axis", kLeft, bottom, kPlotRight, bottom) + "\n";
    const Ticks ticks = niceTicks(x.data, kXTicks, 1);
    for (const double tick : ticks.at) {
        out += lineElement("axis", x(tick), bottom, x(tick), bottom + 4);
        out += textElement("xtick", x(tick), labelAt, fixedText(tick, 0)) + "\n";
    }
    return out;
}

std::string yAxis(const PlotScale& y)
{
    std::string out;
    const Ticks ticks = niceTicks(y.data, kYTicks);
    for (const double tick : ticks.at) {
        out += lineElement("grid", kLeft, y(tick), kPlotRight, y(tick));
        out += textElement("ytick", kLeft - 8, y(tick) + 4, fixedText(tick, ticks.decimals)) + "\n";
    }
    return out;
}

// The hatched side is the one where the goal is missed.
std::string threshold(const GateSpec& gate, const PlotScale& y)
{
    const double at = y(gate.threshold);
    const bool failsBelow = gate.op == GateOp::AtLeast || gate.op == GateOp::Above;
    const PlotRange side = failsBelow ? PlotRange{at, kPlotBottom} : PlotRange{kTop, at};
    return rectElement("fail-side", {kLeft, kPlotRight}, side, "misses the target") +
           lineElement("threshold", kLeft, at, kPlotRight, at) +
           textElement("threshold-text", kPlotRight + 8, at + 4,
                       std::string(keyOf(gate.op)) + " " + shortNumber(gate.threshold)) +
           "\n";
}

std::string lineOf(const PlotLine& line)
{
    std::string path;
    std::string lone;
    for (const std::vector<PlotPoint>& piece : line.pieces) {
        if (piece.size() == 1) {
            lone += "<circle class=\"dot\"" + attribute("cx", piece.front().x) +
                    attribute("cy", piece.front().y) + " r=\"2\"/>\n";
            continue;
        }
        for (std::size_t i = 0; i < piece.size(); ++i) {
            path += i == 0 ? "M" : "L";
            path += pixelText(piece[i].x) + " " + pixelText(piece[i].y);
        }
    }
    return (path.empty() ? "" : "<path class=\"line\" d=\"" + path + "\"/>\n") + lone;
}

std::string dots(const PlotLine& line, const SoakRun& run, Metric metric,
                 const std::vector<int>& brokenBy)
{
    std::string out;
    if (line.total > kMostDots) {
        return out;
    }
    for (const std::vector<PlotPoint>& piece : line.pieces) {
        for (const PlotPoint& point : piece) {
            if (!point.row) {
                continue;
            }
            const int iteration = run.table.iterations()[*point.row];
            const bool broke = std::binary_search(brokenBy.begin(), brokenBy.end(), iteration);
            out += "<circle class=\"" + std::string(broke ? "dot broken" : "dot") + "\"" +
                   attribute("cx", point.x) + attribute("cy", point.y) +
                   (broke ? " r=\"4\"" : " r=\"2.5\"") + "><title>iteration " +
                   std::to_string(iteration) + ": " +
                   metricText(metric, run.table.at(metric, *point.row)) + "</title></circle>\n";
        }
    }
    return out;
}

// Rows without a value, and iterations without a row.
std::vector<int> missingIterations(const SoakRun& run, const MetricColumn& values)
{
    std::vector<int> missing;
    const std::span<const int> iterations = run.table.iterations();
    for (std::size_t row = 0; row < iterations.size(); ++row) {
        if (!values.isPresent(row)) {
            missing.push_back(iterations[row]);
        }
    }
    missing.insert(missing.end(), run.unreadable.begin(), run.unreadable.end());
    // A gap of millions needs no mark for each: its ends say where the line is broken.
    for (const IterationGap& gap : run.gaps) {
        constexpr int kMostMarks = 2000;
        const int step = std::max(1, (gap.to - gap.from) / kMostMarks);
        for (std::int64_t k = gap.from; k <= gap.to; k += step) {
            missing.push_back(static_cast<int>(k));
        }
    }
    std::sort(missing.begin(), missing.end());
    return missing;
}

std::vector<int> guardIterations(const Judgement& judgement)
{
    std::vector<int> all;
    for (const std::vector<int>& one : judgement.guardsAll) {
        all.insert(all.end(), one.begin(), one.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

PlotScale valueScale(const SoakRun& run, const MetricColumn& values, const GateSpec& gate)
{
    std::vector<double> shown{gate.threshold};
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        if (const std::optional<double> value = values.at(row)) {
            shown.push_back(*value);
        }
    }
    return {rangeOf(shown).value_or(PlotRange{}), kPlotBottom, kTop};
}

} // namespace

PlotRange iterationRange(const SoakRun& run)
{
    int first = 1;
    int last = 1;
    const std::span<const int> iterations = run.table.iterations();
    if (!iterations.empty()) {
        first = iterations.front();
        last = iterations.back();
    }
    if (!run.unreadable.empty()) {
        first = std::min(first, run.unreadable.front());
        last = std::max(last, run.unreadable.back());
    }
    if (!run.gaps.empty()) {
        first = std::min(first, run.gaps.front().from);
        last = std::max(last, run.gaps.back().to);
    }
    return {first - 0.5, last + 0.5};
}

std::string kpiChartSvg(const Judgement& judgement, const GateResult& goal)
{
    const SoakRun& run = *judgement.run;
    const std::optional<Metric> metric = metricFromKey(goal.gate.metric);
    if (!metric) {
        return "";
    }
    const MetricColumn values = run.table.column(*metric);
    const PlotScale x = iterationScale(run);
    const PlotScale y = valueScale(run, values, goal.gate);
    const PlotLine line = plotLine(run.table.iterations(), values, x, y);
    std::string out = openSvg(kChartHeight, gateTitle(goal.gate) + " over all iterations, target " +
                                                targetText(goal.gate));
    out += rectElement("plot", {kLeft, kPlotRight}, {kTop, kPlotBottom}, "") + "\n";
    out += windowShade(judgement, x, kPlotBottom) + yAxis(y) + threshold(goal.gate, y);
    out += marks(guardIterations(judgement), x, {kPlotBottom - 3, kPlotBottom}, "guard", "guard");
    out +=
        marks(judgement.tuning.appliedIterations, x, {kTop, kTop + 6}, "delta", "deltas applied");
    out += lineOf(line) + dots(line, run, *metric, goal.brokenBy);
    out += marks(missingIterations(run, values), x, {kPlotBottom, kPlotBottom + 5}, "miss",
                 "no value");
    out += xAxis(x, kPlotBottom, kPlotBottom + 18);
    if (line.shown < line.total) {
        out += textElement("note", kPlotRight, kTop - 5,
                           std::to_string(line.shown) + " of " + std::to_string(line.total) +
                               " values, the extremes of each pixel column");
    }
    return out + "</svg>\n";
}

std::string kpiChartFile(const Judgement& judgement, const GateResult& goal)
{
    const std::string chart = kpiChartSvg(judgement, goal);
    if (chart.empty()) {
        return "";
    }
    const std::size_t body = chart.find('>') + 1;
    const std::string open = chart.substr(0, body - 1) + attribute("width", kChartWidth) +
                             attribute("height", kChartHeight) + ">";
    const std::string definitions = chartDefinitions();
    const std::size_t begin = definitions.find("<defs>");
    const std::size_t end = definitions.find("</svg>");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + open + "\n<title>" +
           escapeXml(runLabel(*judgement.run) + ": " + gateTitle(goal.gate)) + "</title>\n<style>" +
           chartStyle() + "</style>\n" + definitions.substr(begin, end - begin) +
           chart.substr(body);
}

std::string eventLanesSvg(const Judgement& judgement, std::span<const EventLane> lanes)
{
    const double bottom = kTop + kLaneHeight * static_cast<double>(lanes.size());
    const PlotScale x = iterationScale(*judgement.run);
    std::string out = openSvg(bottom + kBottom, "Events over all iterations");
    out += rectElement("plot", {kLeft, kPlotRight}, {kTop, bottom}, "") + "\n";
    out += windowShade(judgement, x, bottom);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const double top = kTop + kLaneHeight * static_cast<double>(i);
        out += lineElement("grid", kLeft, top, kPlotRight, top);
        out += marks(lanes[i].iterations, x, {top + 5, top + kLaneHeight - 5}, lanes[i].styleClass,
                     lanes[i].title);
        out += textElement("lane", kPlotRight + 6, top + 14, lanes[i].title) + "\n";
    }
    return out + xAxis(x, bottom, bottom + 18) + "</svg>\n";
}

std::string chartDefinitions()
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" "
           "class=\"definitions\" aria-hidden=\"true\"><defs><pattern id=\"fail-side\" width=\"7\" "
           "height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
           "<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/></pattern></defs></svg>\n";
}

} // namespace soak
