// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4: every command as text, and everything that stands against the release.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace soak::ui
{

class Banner;

class DryRunPage final : public QWidget
{
    Q_OBJECT

public:
    DryRunPage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

    void refresh();

private:
    ReleaseDesk& m_desk;
    Banner* m_banner = nullptr;
    QPlainTextEdit* m_commands = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace soak::ui
