// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote about the iteration that is shown, and about the whole of its run.
#pragma once

#include "ui/session/view_context.h"

#include <QWidget>

class QVBoxLayout;

namespace soak::ui
{

class InspectorNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorNotes(const ViewContext& context, QWidget* parent = nullptr);

    // Of the primary run.
    void setIteration(std::optional<int> iteration);

    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void countChanged();
    void editRequested(int index); // into the notes of the primary run

private:
    void refresh();
    QWidget* row(const RunNote& note, std::size_t index);

    ViewContext m_context;
    std::optional<int> m_iteration;
    QVBoxLayout* m_rows = nullptr;
    std::vector<RunNote> m_shown;
    QString m_shownRun;
    int m_count = 0;
};

} // namespace soak::ui
