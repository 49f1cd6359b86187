// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/forest_svg.h"

#include "core/analysis/forest_bars.h"
#include "core/base/text.h"
#include "core/report/compare_words.h"
#include "core/report/html_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace soak
{

namespace
{

constexpr double kForestWidth = 1080;
constexpr double kRowHeight = 44;
constexpr double kHeadHeight = 16;
constexpr double kFootHeight = 40;
constexpr double kPlotLeft = 200;
constexpr double kPlotRight = 740;
constexpr double kTextRight = 1070;

std::string number(double value)
{
    return fixedText(value, 1);
}

std::string lettering(double x, double y, std::string_view anchor, std::string_view text,
                      bool isStrong = false)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\"" + (isStrong ? " class=\"strong\"" : "") + ">" +
           htmlText(text).markup + "</text>\n";
}

struct ForestScale {
    double reach = kLeastReach;

    [[nodiscard]] double x(double margins) const
    {
        const double share = (std::clamp(margins, -reach, reach) / reach + 1) / 2;
        return kPlotLeft + share * (kPlotRight - kPlotLeft);
    }
};

std::string vertical(std::string_view style, double x, double bottom)
{
    return "<line class=\"" + std::string(style) + "\" x1=\"" + number(x) + "\" x2=\"" + number(x) +
           "\" y1=\"" + number(kHeadHeight) + "\" y2=\"" + number(bottom) + "\"/>\n";
}

std::string rowSvg(const KpiEffect& effect, const ForestScale& scale, double y,
                   std::string_view counted)
{
    const KpiSpec& spec = specOf(effect.metric);
    std::string out =
        lettering(0, y - 4, "start", spec.title) +
        lettering(0, y + 12, "start", verdictWord(effect.verdict), true) +
        lettering(kTextRight, y - 4, "end",
                  effectText(effect.metric, effect.difference) +
                      (effect.ci95              ? " " + intervalText(effect.metric, effect.ci95)
                       : effect.isDeterministic ? ", both constant"
                                                : "")) +
        lettering(kTextRight, y + 12, "end",
                  std::string(counted) + " " + std::to_string(effect.baseline.n) + " / " +
                      std::to_string(effect.other.n) + ", Holm p " + pValueText(effect.holmP));
    if (const auto bar = forestBar(effect)) {
        out += "<line class=\"interval\" x1=\"" + number(scale.x(bar->low)) + "\" x2=\"" +
               number(scale.x(bar->high)) + "\" y1=\"" + number(y) + "\" y2=\"" + number(y) +
               "\"/>\n<circle class=\"mean\" cx=\"" + number(scale.x(bar->centre)) + "\" cy=\"" +
               number(y) + "\" r=\"4.5\"/>\n";
    }
    return out;
}

} // namespace

std::string forestSvg(std::span<const KpiEffect> effects, std::string_view counted)
{
    std::vector<ForestBar> bars;
    for (const KpiEffect& effect : effects) {
        if (const auto bar = forestBar(effect)) {
            bars.push_back(*bar);
        }
    }
    const ForestScale scale{forestReach(bars)};
    const double bottom = kHeadHeight + kRowHeight * static_cast<double>(effects.size());
    std::string out = "<svg class=\"forest\" role=\"img\" viewBox=\"0 0 " + number(kForestWidth) +
                      " " + number(bottom + kFootHeight) + "\">\n<rect class=\"window\" x=\"" +
                      number(scale.x(-1)) + "\" y=\"" + number(kHeadHeight) + "\" width=\"" +
                      number(scale.x(1) - scale.x(-1)) + "\" height=\"" +
                      number(bottom - kHeadHeight) + "\"/>\n" +
                      vertical("axis", scale.x(0), bottom);
    for (const double share : {-1.0, -.5, 0.0, .5, 1.0}) {
        const double at = share * scale.reach;
        out += lettering(scale.x(at), bottom + 16, "middle",
                         (at > 0 ? "+" : "") + fixedText(at, at == std::round(at) ? 0 : 1));
    }
    out += lettering((kPlotLeft + kPlotRight) / 2, bottom + 32, "middle",
                     "effect in margins, better to the right; shaded: within the margin");
    for (std::size_t at = 0; at < effects.size(); ++at) {
        out += rowSvg(effects[at], scale, kHeadHeight + kRowHeight * (static_cast<double>(at) + .5),
                      counted);
    }
    return out + "</svg>\n";
}

} // namespace soak
