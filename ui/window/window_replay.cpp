// SPDX-License-Identifier: GPL-3.0-or-later
// Where a change can be left out, and what is done with the run that comes of it.
#include "ui/charts/chart_stack.h"
#include "ui/docks/inspector_panel.h"
#include "ui/window/bottom_pane.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/replays.h"

#include <QAction>
#include <QMenu>

namespace soak::ui
{

void MainWindow::connectReplays()
{
    m_replays = new Replays(m_session, this);
    connect(m_replays, &Replays::begun, this, [this](const QString& key, const QString& text) {
        m_notice->offer(key, text, tr("Cancel"), [this, key] { m_replays->stop(key); });
    });
    connect(m_replays, &Replays::made, this,
            [this](const QString& key, const QString& folder, const QString& text) {
                m_notice->withdraw(key);
                m_notice->tell(tr("Drawn beside it: %1").arg(text));
                openBundleRun(folder, true);
            });
    connect(m_replays, &Replays::ended, this, [this](const QString& key, const QString& text) {
        m_notice->withdraw(key);
        if (text.isEmpty()) {
            m_bottom->open(3);
        } else {
            m_notice->tell(text);
        }
    });
}

void MainWindow::replayAtCursor()
{
    if (const auto iteration = m_selection.cursor()) {
        m_replays->start({m_selection.primary(), *iteration});
    }
}

bool MainWindow::canReplayAtCursor() const
{
    const auto iteration = m_selection.cursor();
    return m_replays != nullptr && iteration &&
           m_replays->isPossible({m_selection.primary(), *iteration});
}

void MainWindow::addReplay(QMenu& menu, int iteration, const QString& parameter)
{
    m_replays->addEntry(menu, {m_selection.primary(), iteration, parameter});
}

void MainWindow::showParameterMenu(int iteration, const QString& parameter, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(parameter);
    menu->addAction(tr("Show in a &Chart"), this, [this, parameter] {
        TextLink link;
        link.kind = LinkKind::Parameter;
        link.name = parameter.toStdString();
        navigate(link);
    });
    addReplay(*menu, iteration, parameter);
    menu->popup(at);
}

} // namespace soak::ui
