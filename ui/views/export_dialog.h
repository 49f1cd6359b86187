// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture or table is exported: format, size, colours.
#pragma once

#include "ui/views/exporter.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace soak::ui
{

class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    // `last` is what was chosen before; `shown` the colours of the window.
    ExportDialog(const ExportSubject& subject, const ExportChoice& last, Tone shown,
                 QWidget* parent);

    [[nodiscard]] ExportChoice choice() const;

private:
    void build(const ExportSubject& subject, const ExportChoice& last);
    void enable();

    Tone m_shown;
    PageSizing m_sizing;
    bool m_hasIterations; // of the runs in its table, so that it can be cut to some
    QComboBox* m_format = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QComboBox* m_colours = nullptr;
    QComboBox* m_rows = nullptr;
    QCheckBox* m_foot = nullptr;
};

} // namespace soak::ui
