// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/core_text.h"

#include "core/model/said_text.h"
#include "ui/theme/numbers.h"

#include <QLocale>
#include <QRegularExpression>

#include <optional>

namespace soak::ui
{

QString coreText(std::string_view english)
{
    const std::optional<SaidText> said = saidTextOf(english);
    if (!said) {
        return coreWord(english);
    }
    return fillPlaces(
        coreWord(said->pattern), said->arguments.size(), [](const QString& text) { return text; },
        [&](std::size_t index) {
            const SaidText::Argument& argument = said->arguments[index];
            return argument.isSaid ? coreText(argument.text) : localQuantity(argument.text);
        });
}

namespace
{

// "3, 7 and 12", "3, 7 and 5 more".
std::optional<QString> localList(const QString& english)
{
    static const QRegularExpression kList(
        QStringLiteral("^([0-9]+(?:, [0-9]+)*) and ([0-9]+)( more)?$"));
    const QRegularExpressionMatch list = kList.match(english);
    if (!list.hasMatch()) {
        return std::nullopt;
    }
    return fillPlaces(
        coreWord(list.captured(3).isEmpty() ? "{1} and {2}" : "{1} and {2} more"), 2,
        [](const QString& text) { return text; },
        [&](std::size_t index) { return list.captured(static_cast<int>(index) + 1); });
}

// "[-13.7 ms, -5.5 ms]". Where numbers have a comma of their own, a semicolon stands between them.
std::optional<QString> localInterval(const QString& english)
{
    static const QRegularExpression kInterval(
        QStringLiteral("^\\[([+-]?[\\d.]+(?: \\S+)?), ([+-]?[\\d.]+(?: \\S+)?)\\]$"));
    const QRegularExpressionMatch interval = kInterval.match(english);
    if (!interval.hasMatch()) {
        return std::nullopt;
    }
    const QString between = QLocale().decimalPoint() == QStringLiteral(",") ? QStringLiteral("; ")
                                                                            : QStringLiteral(", ");
    return QLatin1Char('[') + localQuantity(interval.captured(1).toStdString()) + between +
           localQuantity(interval.captured(2).toStdString()) + QLatin1Char(']');
}

} // namespace

QString localQuantity(std::string_view english)
{
    static const QRegularExpression kNumber(
        QStringLiteral("^([<>]=? )?[+-]?\\d+(\\.\\d+)?( (\\S+))?$"));
    QString text = toQString(english);
    if (const std::optional<QString> list = localList(text)) {
        return *list;
    }
    if (const std::optional<QString> interval = localInterval(text)) {
        return *interval;
    }
    const QRegularExpressionMatch number = kNumber.match(text);
    if (!number.hasMatch()) {
        return text;
    }
    const QString unit = number.captured(4);
    text.chop(unit.size());
    text.replace(QStringLiteral(">="), QStringLiteral("\u2265"));
    text.replace(QStringLiteral("<="), QStringLiteral("\u2264"));
    text.replace(QLatin1Char('-'), QChar(u'\u2212'));
    text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return unit.isEmpty() ? text : text + coreWord(unit.toStdString());
}

QString fillPlaces(const QString& pattern, std::size_t count,
                   const std::function<QString(const QString&)>& escape,
                   const std::function<QString(std::size_t)>& textOf)
{
    QString out;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype open = pattern.indexOf(QLatin1Char('{'), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QLatin1Char('}'), open);
        if (close < 0) {
            return out + escape(pattern.mid(at));
        }
        bool isNumber = false;
        const uint number = pattern.mid(open + 1, close - open - 1).toUInt(&isNumber);
        out += escape(pattern.mid(at, open - at));
        if (isNumber && number >= 1 && number <= count) {
            out += textOf(number - 1);
        } else {
            out += escape(pattern.mid(open, close - open + 1));
        }
        at = close + 1;
    }
    return out;
}

} // namespace soak::ui
