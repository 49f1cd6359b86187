// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/numbers.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <string>

namespace soak::ui
{
namespace
{

constexpr char16_t kMinus = u'\u2212';

const QString& absentText()
{
    static const QString text = QStringLiteral("\u2014");
    return text;
}

} // namespace

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString numberText(std::optional<double> value, int decimals)
{
    if (!value) {
        return absentText();
    }
    QString text = toQString(fixedText(*value, decimals));
    text.replace(QLatin1Char('-'), QChar(kMinus));
    text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return text;
}

QString metricText(std::optional<double> value, Metric metric)
{
    return numberText(value, specOf(metric).decimals);
}

QString signedText(double value, int decimals)
{
    const QString text = numberText(value, decimals);
    return text.startsWith(QChar(kMinus)) ? text : QLatin1Char('+') + text;
}

QString coreWord(std::string_view english)
{
    return QCoreApplication::translate("core", std::string(english).c_str());
}

QString metricTitle(Metric metric)
{
    return coreWord(specOf(metric).title);
}

QString metricTitleWithUnit(Metric metric)
{
    const std::string_view unit = unitText(specOf(metric).unit);
    return unit.empty() ? metricTitle(metric)
                        : metricTitle(metric) + QStringLiteral(", ") + coreWord(unit);
}

} // namespace soak::ui
