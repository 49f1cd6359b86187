// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5: the key, and what reading the bundle from disk again comes to. A passphrase is asked for
// by the askpass program of ssh, never here.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

class QCheckBox;

namespace soak::ui
{

class Banner;
class CellsTable;
class ElidedLabel;
class PathField;

class SignPage final : public QWidget
{
    Q_OBJECT

public:
    SignPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

    void refresh();

private:
    void showKey();

    ReleaseDesk& m_desk;
    PathField* m_key = nullptr;
    ElidedLabel* m_fingerprint = nullptr;
    ElidedLabel* m_holder = nullptr;
    PathField* m_signers = nullptr;
    QCheckBox* m_unsigned = nullptr;
    Banner* m_banner = nullptr;
    CellsTable* m_checks = nullptr;
};

} // namespace soak::ui
