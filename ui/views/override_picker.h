// SPDX-License-Identifier: GPL-3.0-or-later
// One side of a comparison: a run and an iteration of it, or its end.
#pragma once

#include "core/model/overrides.h"
#include "ui/session/view_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace soak::ui
{

class OverridePicker final : public QWidget
{
    Q_OBJECT

public:
    OverridePicker(const ViewContext& context, const QString& name, QWidget* parent = nullptr);

    void setRun(const QString& identity);
    void setIteration(std::optional<int> iteration); // nullopt: the end

    [[nodiscard]] const OpenRun* run() const;
    [[nodiscard]] std::optional<int> iteration() const;

    // What was in force there. Errors: NotFound (also without a run), BadInput.
    [[nodiscard]] Result<Overrides> overrides() const;
    [[nodiscard]] QString describeIteration() const; // "#3", "end"
    [[nodiscard]] QString describe() const;          // "nightly #3", "nightly, end"

Q_SIGNALS:
    void picked();

private:
    void fillRuns();
    void limitIterations();

    ViewContext m_context;
    QComboBox* m_run = nullptr;
    QSpinBox* m_iteration = nullptr;
};

} // namespace soak::ui
