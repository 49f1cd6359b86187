// SPDX-License-Identifier: GPL-3.0-or-later
// Why the run is judged as it is: verdict and sentences, each part a link.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace soak::ui
{

class SentenceLabel;
class VerdictChip;
struct Explanation;

// Follows the primary run; hidden without one.
class Headline final : public QWidget
{
    Q_OBJECT

public:
    explicit Headline(const ViewContext& context, QWidget* parent = nullptr);

    // All of it as text: verdict, badge, sentences.
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);

private:
    void showRun();
    void showGate(const Judgement& judgement, bool isJudged);
    void setSentences(std::vector<Sentence> sentences);
    [[nodiscard]] std::optional<Explanation> explanation(const QWidget* focus) const;
    SentenceLabel* paragraph(std::size_t index);

    ViewContext m_context;
    VerdictChip* m_chip = nullptr;
    VerdictChip* m_gate = nullptr; // where it is worse than the goals
    VerdictChip* m_badge = nullptr;
    VerdictChip* m_replayed = nullptr; // the measurements are those of another run
    VerdictChip* m_whatIf = nullptr;
    SentenceLabel* m_first = nullptr;
    QVBoxLayout* m_layout = nullptr;
    std::vector<SentenceLabel*> m_paragraphs; // below the first sentence
};

} // namespace soak::ui
