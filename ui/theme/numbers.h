// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and words of the core as people read them: the digits are those of core/base/text.h, the
// decimal sign and the words those of the chosen language, the minus a real one. Files never go
// through here.
#pragma once

#include "core/model/kpi.h"

#include <QString>

#include <optional>
#include <string_view>

namespace soak::ui
{

// "—" when absent: missing is never 0.
QString numberText(std::optional<double> value, int decimals);
QString metricText(std::optional<double> value, Metric metric); // KpiSpec.decimals, no unit
QString signedText(double value, int decimals);                 // "+5", "−0.005"

// English of the core in the chosen language (context "core" of the catalogue); as it is where the
// catalogue has none.
QString coreWord(std::string_view english);
QString metricTitle(Metric metric);         // "p95 latency"
QString metricTitleWithUnit(Metric metric); // "p95 latency, ms"

QString toQString(std::string_view utf8);

} // namespace soak::ui
