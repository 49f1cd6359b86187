// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the windows: catalogue and the form of numbers. One an application, switched
// while it runs.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <array>

namespace soak::ui
{

struct LanguageName {
    const char* code; // "en"
    const char* name; // in itself, UTF-8
};

inline constexpr std::array kLanguages{
    LanguageName{"en", "English"},
    LanguageName{"ru", "\u0420\u0443\u0441\u0441\u043a\u0438\u0439"}};

// Words of free functions: lupdate files them under their namespace, at run time they ask for the
// part of the window that they belong to.
class Words final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* disambiguation, int count) const override;
};

class Languages final : public QObject
{
    Q_OBJECT

public:
    explicit Languages(QObject* parent = nullptr);
    ~Languages() override;

    // "" = the system's, English where we have none of it. Every widget then gets a
    // QEvent::LanguageChange.
    void choose(const QString& code);

    [[nodiscard]] const QString& choice() const { return m_choice; } // as chosen

    [[nodiscard]] const QString& code() const { return m_code; } // the one in force

private:
    QString m_choice;
    QString m_code = QStringLiteral("en");
    Words m_ours;
    QTranslator m_qts; // buttons of Qt's own dialogs
};

} // namespace soak::ui
