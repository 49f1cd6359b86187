// SPDX-License-Identifier: GPL-3.0-or-later
// From one window to the next: what was open, the names that people gave, the runs that somebody
// still writes.
#include "core/model/run_identity.h"
#include "ui/docks/run_panel.h"
#include "ui/theme/numbers.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

bool isWritten(const RunRow& row)
{
    return row.activity.activity == soak::RunActivity::Running ||
           row.activity.activity == soak::RunActivity::Stalled;
}

// The identity to write into a file: a foreign run that grew while it was open has another one when
// it is opened the next time.
QString identityToKeep(const Session& session, const QString& identity)
{
    const OpenRun* open = session.find(identity);
    return open == nullptr ? identity : toQString(listedIdentity(*open->run));
}

} // namespace

void MainWindow::openRunsOf(const WorkspaceData& workspace)
{
    m_selection.setBaseline(workspace.baseline);
    m_toShow = workspace.shown;
    m_toBePrimary = workspace.primary;
    m_standIn.clear();
    for (const fs::path& folder : workspace.folders) {
        m_session.open(folder);
    }
}

void MainWindow::restore(const WorkspaceData& workspace)
{
    m_session.workspace().restore(workspace);
    for (const fs::path& base : workspace.bases) {
        m_finder.addBase(base);
    }
    openRunsOf(workspace);
}

WorkspaceData MainWindow::snapshot() const
{
    WorkspaceData workspace;
    for (const OpenRun& open : m_session.runs()) {
        if (open.activity != RunActivity::Replaced && open.bundle.isEmpty()) {
            workspace.folders.push_back(open.folder);
        }
    }
    workspace.bases = m_finder.bases();
    for (const QString& identity : m_selection.shown()) {
        workspace.shown << identityToKeep(m_session, identity);
    }
    workspace.primary = identityToKeep(m_session, m_selection.primary());
    workspace.baseline = identityToKeep(m_session, m_selection.baseline());
    for (const auto& [identity, marks] : m_session.workspace().runs()) {
        workspace.runs[identityToKeep(m_session, identity)] = marks;
    }
    workspace.layout = m_session.workspace().layout();
    workspace.ignoredOverrides = m_session.workspace().ignoredOverrides();
    workspace.comparePage = m_session.workspace().comparePage();
    workspace.unknown = m_session.workspace().unknown();
    return workspace;
}

// Which run is looked at when one was opened: the one that was asked for; of a workspace that of
// then, until which the first one stands in for it.
void MainWindow::lookAt(const QString& identity, bool isAsked)
{
    const bool isOfThen = m_toBePrimary == identity;
    if (isAsked || isOfThen) {
        m_selection.setPrimary(identity);
        if (isOfThen && !m_standIn.isEmpty() && m_standIn != identity) {
            m_selection.setShown(m_standIn, false);
        }
        m_standIn.clear();
        m_toBePrimary.clear();
    } else if (m_selection.primary().isEmpty()) {
        const bool isDrawn = m_selection.shown().contains(identity);
        m_selection.setPrimary(identity);
        m_standIn = isDrawn ? QString() : identity;
    }
}

// A run that is written now, by whomever, is one click away; each is offered once.
void MainWindow::offerLive()
{
    for (const FoundRow& found : m_finder.rows()) {
        const RunRow& row = *found;
        const QString folder = QString::fromStdString(row.folder);
        if (!isWritten(row)) {
            m_notice->withdraw(folder);
            m_offered.removeAll(folder);
            continue;
        }
        const bool isOpen = std::ranges::any_of(m_session.runs(), [&](const OpenRun& open) {
            return open.folder == row.folder || open.identity.toStdString() == row.identity;
        });
        const bool isKnown = isOpen || m_expected.contains(folder) || m_offered.contains(folder);
        if (!isKnown) {
            m_offered << folder;
            const QString name = QString::fromStdString(shownName(row));
            m_notice->offer(
                folder,
                row.planned ? tr("%1 is being written now: iteration %2 of %3.")
                                  .arg(name)
                                  .arg(row.files)
                                  .arg(*row.planned)
                            : tr("%1 is being written now: iteration %2.").arg(name).arg(row.files),
                tr("Watch %1").arg(name), [this, folder] { openPath(folder); });
        }
    }
}

} // namespace soak::ui
