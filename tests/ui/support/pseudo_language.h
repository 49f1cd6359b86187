// SPDX-License-Identifier: GPL-3.0-or-later
// A language that is English with accents, in brackets, 40 % longer: a window that holds it has
// room for most others. Whoever sees an unbracketed word has found one that is not translated.
#pragma once

#include <QTranslator>

namespace soak::ui
{

// `source` in that language. What is not for eyes stays: %1, %n, {1}, tags, the ampersand of a key,
// ends of lines. A text without letters is as it was.
QString pseudoText(const QString& source);

// Installed like any other translator. Numbers are counted as in English: the catalogue of the
// windows' own English has the plural forms.
class PseudoLanguage final : public QTranslator
{
    Q_OBJECT

public:
    explicit PseudoLanguage(QObject* parent = nullptr);

    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* disambiguation, int count) const override;
    [[nodiscard]] bool isEmpty() const override;

private:
    QTranslator m_english; // empty where the program has none
};

} // namespace soak::ui
