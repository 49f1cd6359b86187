// SPDX-License-Identifier: GPL-3.0-or-later
// How a line of the list of runs is painted: dot in the run's colour, star, name, verdict as icon
// and word on its tint, margins as small bars.
#pragma once

#include "ui/models/runs_model.h"

#include <QStyledItemDelegate>

namespace soak::ui
{

class RunsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunsDelegate(const Theme& theme, QObject* parent = nullptr);

    static constexpr int kRowHeight = 24;

    // The run that stands out in the charts, which its row shows; "" = none.
    void setHighlight(const QString& identity) { m_highlighted = identity; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    // A list that changes meanwhile takes nothing away from what is typed.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    void paintCell(QPainter& painter, const QRect& cell, const RunListItem& item, RunColumn column,
                   const QModelIndex& index) const;
    void paintDot(QPainter& painter, const QRect& cell, const RunListItem& item) const;
    void paintStar(QPainter& painter, const QRect& cell, const RunListItem& item) const;
    void paintName(QPainter& painter, QRect cell, const RunListItem& item) const;
    void paintVerdict(QPainter& painter, const QRect& cell, const RunListItem& item) const;
    void paintMargins(QPainter& painter, const QRect& cell, const RunListItem& item) const;
    void paintNote(QPainter& painter, const QRectF& box) const;

    const Theme& m_theme;
    QString m_highlighted;
};

} // namespace soak::ui
