// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gate_words.h"

#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace soak::ui
{
namespace
{

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("soak::ui::GateWords", text, nullptr, count);
}

QString opText(GateOp op)
{
    switch (op) {
    case GateOp::AtLeast:
        return QStringLiteral("\u2265");
    case GateOp::AtMost:
        return QStringLiteral("\u2264");
    case GateOp::Above:
        return QStringLiteral(">");
    case GateOp::Below:
        break;
    }
    return QStringLiteral("<");
}

} // namespace

QString localNumber(std::string_view text)
{
    if (text == kNotAvailable) {
        return numberText(std::nullopt, 0);
    }
    QString local = toQString(text);
    local.replace(QLatin1Char('-'), QChar(u'\u2212'));
    local.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return local;
}

QString gateTitleText(const GateSpec& gate)
{
    if (gate.metric == "full_apply_ratio") {
        return tr("Deltas, by value");
    }
    if (gate.metric == "iterations_missing") {
        return tr("Missing iterations");
    }
    const std::optional<Metric> metric = metricFromKey(gate.metric);
    return metric ? metricTitleWithUnit(*metric) : toQString(gate.metric);
}

QString gateValueText(const GateResult& result)
{
    return localNumber(gateNumber(result.gate, result.observed));
}

QString gateUnitText(const GateSpec& gate)
{
    const std::optional<Metric> metric = metricFromKey(gate.metric);
    return metric ? coreWord(unitText(specOf(*metric).unit)) : QString();
}

QString gateTargetText(const GateSpec& gate)
{
    const QString target =
        opText(gate.op) + QLatin1Char(' ') + localNumber(shortNumber(gate.threshold));
    return metricFromKey(gate.metric)
               ? target + QLatin1Char(' ') + coreWord(aggregateText(gate.aggregate))
               : target;
}

QString gateMarginText(const GateResult& result)
{
    const std::string text = marginText(result);
    const std::size_t unit = text.find(' ');
    return unit == std::string::npos ? localNumber(text)
                                     : localNumber(text.substr(0, unit)) + QLatin1Char(' ') +
                                           coreWord(std::string_view(text).substr(unit + 1));
}

QString gateWindowText(const std::vector<GateInput>& inputs)
{
    const auto count = [&](MarkState state) {
        return static_cast<int>(std::ranges::count(inputs, state, &GateInput::state));
    };
    QStringList parts;
    const auto add = [&](MarkState state, const char* text) {
        if (const int number = count(state); number > 0) {
            parts += tr(text, number);
        }
    };
    add(MarkState::Met, QT_TRANSLATE_N_NOOP("soak::ui::GateWords", "%n met"));
    add(MarkState::Broke, QT_TRANSLATE_N_NOOP("soak::ui::GateWords", "%n broke"));
    add(MarkState::Missing, QT_TRANSLATE_N_NOOP("soak::ui::GateWords", "%n missing"));
    return parts.join(QStringLiteral(", "));
}

QString gateSpokenText(const GateResult& result, const std::vector<GateInput>& inputs)
{
    QString text =
        tr("%1: %2, target %3, margin %4. %5.")
            .arg(gateTitleText(result.gate), gateValueText(result), gateTargetText(result.gate),
                 gateMarginText(result), meaningWord(meaningOf(result)));
    if (!inputs.empty()) {
        text += QLatin1Char(' ') + tr("Iterations of the window: %1.").arg(gateWindowText(inputs));
    }
    return text;
}

} // namespace soak::ui
