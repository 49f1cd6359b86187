// SPDX-License-Identifier: GPL-3.0-or-later
// Step 1: what speaks for and against a release, and the decision.
#pragma once

#include "ui/release/release_desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace soak::ui
{

class Banner;
class CellsTable;
class ElidedLabel;
class PathField;

class EvidencePage final : public QWidget
{
    Q_OBJECT

public:
    EvidencePage(const ViewContext& context, ReleaseDesk& desk, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void linkActivated(const soak::TextLink& link);

private:
    QWidget* buildDecision(const Theme& theme);
    void wish();
    void showBanner();
    void showDecision();

    ReleaseDesk& m_desk;
    Banner* m_banner = nullptr;
    CellsTable* m_table = nullptr;
    ElidedLabel* m_recorded = nullptr;
    PathField* m_repository = nullptr;
    std::array<QRadioButton*, 3> m_choices{};
    QLineEdit* m_by = nullptr;
    QLineEdit* m_why = nullptr;
    QPushButton* m_record = nullptr;
};

} // namespace soak::ui
