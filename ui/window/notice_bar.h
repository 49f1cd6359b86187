// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the views that tells something and offers to act. It never takes the focus.
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace soak::ui
{

class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    // `action` "" = nothing to do but to read it. Another notice takes its place.
    void tell(const QString& text, const QString& action = {}, std::function<void()> act = {});
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
    QToolButton* m_close = nullptr;
    std::function<void()> m_act;
};

} // namespace soak::ui
