// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated run is evidence of; its limits unfold below.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace soak::ui
{

class AboutSim final : public QWidget
{
    Q_OBJECT

public:
    explicit AboutSim(QWidget* parent = nullptr);

    void setUnfolded(bool isUnfolded);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_evidence = nullptr;
    QToolButton* m_toggle = nullptr;
    QLabel* m_limits = nullptr;
};

} // namespace soak::ui
