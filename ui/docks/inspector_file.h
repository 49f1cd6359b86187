// SPDX-License-Identifier: GPL-3.0-or-later
// The file of an iteration: its whole text, and what is known of where it comes from.
#pragma once

#include "ui/session/view_context.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace soak::ui
{

class ElidedLabel;

class InspectorFile final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorFile(const ViewContext& context, QWidget* parent = nullptr);

    // Of the primary run. The text is read in a job, and only while it is shown.
    void setIteration(std::optional<int> iteration);
    void setRawShown(bool isShown);

    [[nodiscard]] QString rawText() const;

Q_SIGNALS:
    void rawLoaded(); // or could not be: rawText() says why

private:
    void load();
    void showProvenance();

    ViewContext m_context;
    std::optional<int> m_iteration;
    int m_wanted = 0; // number of the newest request; an older answer is dropped
    QToolButton* m_toggle = nullptr;
    QPlainTextEdit* m_text = nullptr;
    ElidedLabel* m_file = nullptr;
    ElidedLabel* m_hash = nullptr;
    QLabel* m_replayed = nullptr; // whose measurements they are
};

} // namespace soak::ui
