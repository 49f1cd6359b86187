// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/pseudo_language.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kLonger = 0.4;
constexpr int kBrackets = 2;
constexpr int kFillingWord = 7; // letters, so that long texts may still be wrapped

QChar accented(QChar letter)
{
    static const QString kPlain = QStringLiteral("aceinorsuyzACEINORSUYZ");
    static const QString kAccented =
        QStringLiteral("\u00e1\u010d\u00e9\u00ed\u0148\u00f3\u0159\u0161\u00fa\u00fd\u017e"
                       "\u00c1\u010c\u00c9\u00cd\u0147\u00d3\u0158\u0160\u00da\u00dd\u017d");
    const qsizetype at = kPlain.indexOf(letter);
    return at < 0 ? letter : kAccented[at];
}

// As many letters as make up 40 %, in words.
QString filling(int letters)
{
    QString text;
    for (int i = 0; i < letters; ++i) {
        text += i % (kFillingWord + 1) == 0 ? QLatin1Char(' ') : QChar(0x00f6);
    }
    return text;
}

QString lengthened(const QString& line)
{
    static const QRegularExpression kKept(QStringLiteral("%L?[0-9]|%n|\\{[0-9]+\\}|<[^>]*>|&"));
    QString out;
    int seen = 0;
    qsizetype from = 0;
    const auto take = [&](const QString& part) {
        for (const QChar letter : part) {
            out += accented(letter);
            ++seen;
        }
    };
    for (auto kept = kKept.globalMatch(line); kept.hasNext();) {
        const QRegularExpressionMatch match = kept.next();
        take(line.mid(from, match.capturedStart() - from));
        out += match.captured();
        from = match.capturedEnd();
    }
    take(line.mid(from));
    const int more = std::max(0, static_cast<int>(std::ceil(seen * kLonger)) - kBrackets);
    return QLatin1Char('[') + out + filling(more) + QLatin1Char(']');
}

bool hasLetters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar one) { return one.isLetter(); });
}

} // namespace

QString pseudoText(const QString& source)
{
    QStringList lines = source.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        QString words = line;
        words.remove(QRegularExpression(QStringLiteral("%n|<[^>]*>")));
        if (hasLetters(words)) {
            line = lengthened(line);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

PseudoLanguage::PseudoLanguage(QObject* parent) : QTranslator(parent)
{
    static_cast<void>(m_english.load(QStringLiteral(":/i18n/soak_en.qm")));
}

QString PseudoLanguage::translate(const char* context, const char* source,
                                  const char* disambiguation, int count) const
{
    QString english = m_english.translate(context, source, disambiguation, count);
    if (english.isEmpty()) {
        english = m_english.translate("soak::ui", source, disambiguation, count);
    }
    return pseudoText(english.isEmpty() ? QString::fromUtf8(source) : english);
}

bool PseudoLanguage::isEmpty() const
{
    return false;
}

} // namespace soak::ui
