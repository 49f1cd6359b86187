// SPDX-License-Identifier: GPL-3.0-or-later
// Controls beside each other, in as many rows as their width asks for: a view with many of them
// must not push the docks aside.
#pragma once

#include <QWidget>

#include <vector>

namespace soak::ui
{

class FlowRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowRow(QWidget* parent = nullptr);

    void add(QWidget* item);

    // The last one stands at the right of its row.
    void setLastAtRight(bool isAtRight) { m_isLastAtRight = isAtRight; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int arrange(int width, bool isReal) const; // the height that it takes

    std::vector<QWidget*> m_items;
    bool m_isLastAtRight = false;
};

} // namespace soak::ui
