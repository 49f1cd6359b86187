// SPDX-License-Identifier: GPL-3.0-or-later
// Step 2: what goes into the bundle, where it goes, and under which version.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace soak::ui
{

class CellsTable;
class ElidedLabel;
class PathField;

class ContentsPage final : public QWidget
{
    Q_OBJECT

public:
    ContentsPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

    void refresh();

private:
    ReleaseDesk& m_desk;
    QLineEdit* m_version = nullptr;
    PathField* m_out = nullptr;
    QCheckBox* m_replace = nullptr;
    CellsTable* m_table = nullptr;
    ElidedLabel* m_count = nullptr;
};

} // namespace soak::ui
