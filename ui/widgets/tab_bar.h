// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs in which the chosen one is bold: each has room for that, so that choosing moves none and
// cuts none.
#pragma once

#include <QTabBar>

namespace soak::ui
{

class TabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(QWidget* parent = nullptr);

    // Whether a tab looks chosen; off where its page is folded away.
    void setChoiceShown(bool isShown);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
};

} // namespace soak::ui
