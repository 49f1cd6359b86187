// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs at the bottom: three lines high when open, the bar of tabs alone when idle. A press on
// the chosen tab opens and closes it. Beside the tabs, what goes on.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace soak::ui
{

class TabBar;

class BottomPane final : public QWidget
{
    Q_OBJECT

public:
    explicit BottomPane(const Theme& theme, QWidget* parent = nullptr);

    int add(QWidget* page);
    [[nodiscard]] QWidget* place() const; // the parent of a page to come
    void setTitle(int index, const QString& title, const QString& tip);
    void setBadge(int index, std::size_t count); // 0 = none
    void open(int index);
    void close();
    void toggle(int index);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] int current() const;

    // 0..1 and words; nullopt hides it.
    void setProgress(std::optional<double> share, const QString& text);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void openChanged(bool isOpen);

private:
    struct Tab {
        QString title;
        std::size_t badge = 0;
    };

    void apply();
    void showText(int index);

    const Theme& m_theme;
    TabBar* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    std::vector<Tab> m_titles;
    bool m_isOpen = false;
};

} // namespace soak::ui
