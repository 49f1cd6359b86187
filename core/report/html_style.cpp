// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_style.h"

#include <string>

namespace soak
{

namespace
{

constexpr std::string_view kStyle = R"(
:root {
  color-scheme: light dark;
  --page: #ffffff; --card: #f6f7f9; --ink: #1c232b; --muted: #5a6572; --rule: #d9dee4; --grid: #e8ebef;
  --plot: #ffffff; --window: #e9edf3; --line: #0072b2; --threshold: #a03e00; --hatch: #e3c4b0;
  --delta: #3d4752; --guard: #6a4fbf; --freeze: #6f86a0; --miss: #a03e00; --link: #004c7a;
  --pass-ink: #00593f; --pass: #d9f2e8; --warn-ink: #6b4200; --warn: #fcebc8;
  --fail-ink: #8a2f00; --fail: #fbdfd0; --nodata-ink: #414b56; --nodata: #e6e9ed;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #15191e; --card: #1b1f24; --ink: #e6eaee; --muted: #9aa5b1; --rule: #323a43; --grid: #2a3138;
    --plot: #1b1f24; --window: #262c34; --line: #5ab0ee; --threshold: #ff9e6b; --hatch: #5a3a28;
    --delta: #c3cad3; --guard: #b7a0f5; --freeze: #8fa6c0; --miss: #ff9e6b; --link: #9cd0f5;
    --pass-ink: #7fe3c0; --pass: #0f3a2d; --warn-ink: #ffd27a; --warn: #3f2e07;
    --fail-ink: #ffb08a; --fail: #4a1f0a; --nodata-ink: #c3cad3; --nodata: #2f363e;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1128px; padding: 24px; background: var(--page); color: var(--ink);
  font: 14px/1.5 "DejaVu Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
a { color: var(--link); }
h1 { font-size: 24px; line-height: 1.25; margin: 0; display: flex; gap: 12px; align-items: center; flex-wrap: wrap; }
h1 .chip { font-size: 18px; padding: 3px 14px; }
h2 { font-size: 17px; margin: 0 0 12px; padding-top: 16px; border-top: 1px solid var(--rule); }
h3 { font-size: 14px; margin: 20px 0 8px; }
section { margin: 32px 0 0; }
p { margin: 8px 0; max-width: 90ch; }
.why { font-size: 15px; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 12px 0 0; color: var(--muted); }
.facts b { color: var(--ink); font-weight: 600; }
.blockers { margin: 8px 0 0; padding-left: 20px; }
nav { margin-top: 16px; display: flex; flex-wrap: wrap; gap: 4px 16px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 12px; margin-top: 20px; }
.tile { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 12px 14px; }
.tile .name { display: flex; justify-content: space-between; gap: 8px; align-items: center; color: var(--muted); }
.tile .value { font-size: 26px; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tile .target { color: var(--muted); font-variant-numeric: tabular-nums; }
.chip { display: inline-flex; align-items: center; gap: 6px; border-radius: 10px; padding: 0 9px; font-size: 12px;
  font-weight: 600; white-space: nowrap; line-height: 20px; }
.chip.pass { color: var(--pass-ink); background: var(--pass); }
.chip.warn { color: var(--warn-ink); background: var(--warn); }
.chip.fail { color: var(--fail-ink); background: var(--fail); }
.chip.nodata { color: var(--nodata-ink); background: var(--nodata); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; font-size: 13px; }
caption { text-align: left; color: var(--muted); padding: 0 0 6px; }
th, td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--grid); vertical-align: top;
  overflow-wrap: break-word; }
th { color: var(--muted); font-weight: 600; border-bottom-color: var(--rule); }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 16px; }
code { font: 12px/1.5 "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: break-word; }
details { margin: 12px 0; }
summary { cursor: pointer; color: var(--link); }
figure { margin: 0 0 6px; break-inside: avoid; }
figcaption { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; font-variant-numeric: tabular-nums; }
figcaption b { font-weight: 600; }
figcaption span.say { color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; color: var(--muted); font-size: 12px; margin: 8px 0 0; }
.legend svg { width: 22px; height: 12px; vertical-align: -2px; margin-right: 6px; }
svg { display: block; width: 100%; height: auto; }
svg.definitions { position: absolute; width: 0; height: 0; }
.legend svg { display: inline; }
svg text { font: 11px "DejaVu Sans", "Segoe UI", Arial, sans-serif; fill: var(--muted); }
.plot { fill: var(--plot); stroke: var(--rule); }
.window { fill: var(--window); }
.interval { stroke: var(--delta); stroke-width: 2; } .mean { fill: var(--delta); } svg text.strong { font-weight: 600; fill: var(--ink); }
.grid { stroke: var(--grid); } .axis { stroke: var(--rule); }
.xtick { text-anchor: middle; } .ytick { text-anchor: end; } .note { text-anchor: end; }
.line { fill: none; stroke: var(--line); stroke-width: 1.5; stroke-linejoin: round; }
.dot { fill: var(--line); } .dot.broken { fill: var(--plot); stroke: var(--threshold); stroke-width: 2; }
.threshold { stroke: var(--threshold); stroke-width: 1.5; stroke-dasharray: 6 4; }
svg text.threshold-text { fill: var(--threshold); }
.fail-side { fill: url(#fail-side); } .hatch { stroke: var(--hatch); stroke-width: 1.2; }
.delta { fill: var(--delta); } .guard { fill: var(--guard); } .freeze { fill: var(--freeze); } .miss { fill: var(--miss); }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--rule); color: var(--muted); font-size: 12px; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  nav { display: none; }
  h1 { font-size: 18px; } h1 .chip { font-size: 13px; } h2 { font-size: 13px; } section { margin-top: 18px; }
  .tiles { grid-template-columns: repeat(4, 1fr); gap: 8px; margin-top: 10px; }
  .tile { padding: 6px 8px; } .tile .value { font-size: 15px; } .tile, .legend { font-size: 9px; }
  .chip { font-size: 9px; line-height: 15px; } code { font-size: 9px; }
  table { font-size: 10px; }
  h2, h3 { break-after: avoid; }
  tr, .tile, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .chip, .window, .fail-side, .tile { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
}
@page { size: A4; margin: 14mm; }
)";

// The value of a variable in the first block of the sheet, that of the light page.
std::string_view colourOf(std::string_view variable)
{
    const std::string declaration = std::string(variable) + ": ";
    const std::size_t begin = kStyle.find(declaration) + declaration.size();
    return kStyle.substr(begin, kStyle.find(';', begin) - begin);
}

} // namespace

std::string_view htmlStyle()
{
    return kStyle;
}

std::string chartStyle()
{
    // The rules from the first to the last that a chart uses stand together in the sheet.
    const std::size_t begin = kStyle.find("svg text {");
    const std::string_view rules = kStyle.substr(begin, kStyle.find("footer {") - begin);
    std::string out;
    constexpr std::string_view kUse = "var(";
    std::size_t at = 0;
    for (std::size_t use = rules.find(kUse); use != std::string_view::npos;
         use = rules.find(kUse, at)) {
        const std::size_t end = rules.find(')', use);
        out += rules.substr(at, use - at);
        out += colourOf(rules.substr(use + kUse.size(), end - use - kUse.size()));
        at = end + 1;
    }
    return out + std::string(rules.substr(at));
}

} // namespace soak
