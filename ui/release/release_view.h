// SPDX-License-Identifier: GPL-3.0-or-later
// A release step by step: the steps at the left, the page, what keeps it from going on, and one
// button that says what it does.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

#include <functional>

class QProgressBar;
class QPushButton;
class QStackedLayout;
class QStackedWidget;

namespace soak::ui
{

class Banner;
class ContentsPage;
class DryRunPage;
class ElidedLabel;
class EmptyState;
class EvidencePage;
class SignPage;
class StepList;
class TagPage;

class ReleaseView final : public QWidget
{
    Q_OBJECT

public:
    ReleaseView(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Action {
        QString text;
        bool isPossible = false;
        std::function<void()> act;
    };

    void buildPages();
    [[nodiscard]] QWidget* buildBar();
    void refresh();
    void refreshBar();
    void showProgress();
    [[nodiscard]] Action next() const;
    [[nodiscard]] Action primary() const;
    [[nodiscard]] Action ofSigning() const;
    [[nodiscard]] Action ofTag() const;

    ViewContext m_context;
    ReleaseDesk& m_desk;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    StepList* m_steps = nullptr;
    QStackedWidget* m_pages = nullptr;
    EvidencePage* m_evidence = nullptr;
    ContentsPage* m_contents = nullptr;
    DryRunPage* m_dryRun = nullptr;
    SignPage* m_sign = nullptr;
    TagPage* m_tag = nullptr;
    Banner* m_trouble = nullptr;
    ElidedLabel* m_reason = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_over = nullptr;
    QPushButton* m_partial = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_primary = nullptr;
};

} // namespace soak::ui
