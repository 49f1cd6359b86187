// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs are compared, the gate verdict of each, and what of their KPIs is known.
#pragma once

#include "ui/compare/compare_desk.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <array>

class QGridLayout;

namespace soak::ui
{

class ElidedLabel;
class VerdictChip;

class CompareHeader final : public QFrame
{
    Q_OBJECT

public:
    CompareHeader(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void refresh();

    // "1 better · 1 same · …"
    [[nodiscard]] QString countsShown() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Side {
        ElidedLabel* name = nullptr;
        VerdictChip* gate = nullptr;
    };

    void fill(const Side& side, const QString& identity, const QString& role);

    ViewContext m_context;
    CompareDesk& m_desk;
    std::array<Side, 2> m_sides;
    ElidedLabel* m_counts = nullptr;
    ElidedLabel* m_facts = nullptr;
    ElidedLabel* m_notes = nullptr;
};

} // namespace soak::ui
