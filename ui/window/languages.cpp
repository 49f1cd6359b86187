// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace soak::ui
{

QString Words::translate(const char* context, const char* source, const char* disambiguation,
                         int count) const
{
    const QString found = QTranslator::translate(context, source, disambiguation, count);
    return found.isEmpty() ? QTranslator::translate("soak::ui", source, disambiguation, count)
                           : found;
}

Languages::Languages(QObject* parent) : QObject(parent) {}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

void Languages::choose(const QString& code)
{
    m_choice = code;
    const QString wanted =
        code.isEmpty() ? QLocale::system().name().section(QLatin1Char('_'), 0, 0) : code;
    const bool isOurs = std::ranges::any_of(kLanguages, [&](const LanguageName& language) {
        return wanted == QLatin1String(language.code);
    });
    m_code = isOurs ? wanted : QStringLiteral("en");
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    QLocale::setDefault(m_code == QStringLiteral("ru") ? QLocale(QLocale::Russian, QLocale::Russia)
                                                       : QLocale(QLocale::English));
    // Plural forms of English come from a catalogue, too.
    if (m_ours.load(QStringLiteral(":/i18n/soak_%1.qm").arg(m_code))) {
        QCoreApplication::installTranslator(&m_ours);
    }
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(m_code),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qts);
    }
}

} // namespace soak::ui
