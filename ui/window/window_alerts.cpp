// SPDX-License-Identifier: GPL-3.0-or-later
// What a live run tells by itself: the first FAIL, a stall, its end.
#include "ui/models/run_list.h"
#include "ui/theme/numbers.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QApplication>

namespace soak::ui
{
namespace
{

bool isLive(RunActivity activity)
{
    return activity == RunActivity::Running || activity == RunActivity::Stalled;
}

} // namespace

void MainWindow::alertOf(const QString& identity)
{
    const OpenRun* open = m_session.find(identity);
    if (open == nullptr) {
        m_told.erase(identity);
        return;
    }
    const auto known = m_told.find(identity);
    const Told before = known == m_told.end() ? Told{open->activity, false} : known->second;
    const bool fails = open->judgement->verdict == RunVerdict::Fail;
    const Told now{open->activity, before.hasFailed || (fails && isLive(open->activity))};
    m_told[identity] = now;
    if (!isLive(before.activity)) {
        return;
    }
    const QString name = m_session.nameOf(identity);
    QString text;
    if (now.activity == RunActivity::Finished) {
        text = tr("%1 is finished: %2").arg(name, coreWord(keyOf(open->judgement->verdict)));
    } else if (now.activity == RunActivity::WriterDead) {
        text = tr("The writer of %1 is gone. The run can be resumed.").arg(name);
    } else if (now.activity == RunActivity::Vanished) {
        text = tr("The folder of %1 is gone.").arg(name);
    } else if (now.activity == RunActivity::Stalled && before.activity == RunActivity::Running) {
        text = tr("%1 is stalled: no iteration for three times the usual interval.").arg(name);
    } else if (now.hasFailed && !before.hasFailed) {
        text = tr("%1 would fail if it ended now.").arg(name);
    }
    if (!text.isEmpty()) {
        m_notice->tell(text);
        QApplication::alert(this);
    }
}

} // namespace soak::ui
