// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the core as text with links: in the person's language, each link reachable by Tab
// and followed by Enter.
#pragma once

#include "core/analysis/explain.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QLabel>

#include <vector>

namespace soak::ui
{

// In the person's language, without links. Patterns come from the core's fixed set; where the
// catalogue has none, the English one serves.
QString sentenceText(const Sentence& sentence);

// As HTML; the links lead to numbers from `firstLink` on, counted over the arguments that have one.
// `link` is their colour.
QString sentenceHtml(const Sentence& sentence, const QColor& link, int firstLink = 0);

class SentenceLabel final : public QLabel
{
    Q_OBJECT

public:
    enum class Weight { Normal, Strong };
    enum class Flow { Paragraph, Lines };

    explicit SentenceLabel(const Theme& theme, QWidget* parent = nullptr);

    // The sentences follow each other in one paragraph, or each has a line (setFlow).
    void setSentences(std::vector<Sentence> sentences, Weight weight = Weight::Normal);
    void setFlow(Flow flow);
    // Words of the window itself before the first sentence; plain text.
    void setPrefix(const QString& prefix);

    [[nodiscard]] const std::vector<Sentence>& sentences() const { return m_sentences; }

    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkFollowed(const soak::TextLink& link);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    // Tab gets to the first link at once (Shift+Tab to the last), so that Enter follows one.
    void focusInEvent(QFocusEvent* event) override;

private:
    void render();

    const Theme& m_theme;
    std::vector<Sentence> m_sentences;
    Weight m_weight = Weight::Normal;
    Flow m_flow = Flow::Paragraph;
    QString m_prefix;
    // A layout asks many times, and each answer lays out the text anew.
    mutable QHash<int, int> m_heights; // by width
    mutable QSize m_hint;
};

} // namespace soak::ui
