// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a release one below the other: how each stands, and why.
#pragma once

#include "core/release/release_steps.h"
#include "ui/release/cells_model.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace soak::ui
{

class StepList final : public QListView
{
    Q_OBJECT

public:
    explicit StepList(const Theme& theme, QWidget* parent = nullptr);

    void setSteps(const ReleaseOutlook& outlook, ReleaseStep current, bool isBlocked);

    [[nodiscard]] CellsModel& cells() { return *m_model; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(soak::ReleaseStep step);

private:
    CellsModel* m_model = nullptr;
};

} // namespace soak::ui
