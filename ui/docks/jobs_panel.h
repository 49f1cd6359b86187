// SPDX-License-Identifier: GPL-3.0-or-later
// The work in the background, with a way to stop each.
#pragma once

#include "ui/models/jobs_model.h"
#include "ui/session/view_context.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace soak::ui
{

class JobsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPanel(const ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] const JobsModel& model() const { return *m_model; }

Q_SIGNALS:
    void countChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Escape stops the chosen job

private:
    void retranslate();
    void refresh();
    void stopCurrent();

    ViewContext m_context;
    JobsModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    QToolButton* m_stop = nullptr;
    QTimer m_tick;
};

} // namespace soak::ui
