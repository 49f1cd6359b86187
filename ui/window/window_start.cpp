// SPDX-License-Identifier: GPL-3.0-or-later
// How the window begins: what has to be read is read while the window is built, and the first
// picture has the run in it.
#include "ui/docks/inspector_panel.h"
#include "ui/release/verify_window.h"
#include "ui/window/empty_page.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QDockWidget>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

namespace soak::ui
{
namespace
{

constexpr const char* kRestore = "restore";
// Longer, and a person would ask whether the program starts at all.
constexpr std::chrono::milliseconds kShownAfter{150};

// Where runs go that the person makes and says nothing else.
QString defaultRunBase()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/soak-workbench/runs");
}

} // namespace

QString MainWindow::runBase() const
{
    return m_preferences.runBase.isEmpty() ? defaultRunBase() : m_preferences.runBase;
}

// Nothing is built yet: what is found comes when the event loop runs.
void MainWindow::readFirst()
{
    connect(&m_session, &Session::opening, this, [this](const QString& path) { m_opening = path; });
    if (!m_options.stateFolder.empty()) {
        m_autosave = std::make_unique<Autosave>(m_jobs, Autosave::Options{m_options.stateFolder},
                                                [this] { return snapshot(); });
        m_finder.addBase(fs::path(runBase().toStdString()));
        takeUpLast();
    }
    if (!m_options.first) {
        return;
    }
    for (const QString& path : *m_options.first) {
        if (!looksLikeBundle(path)) { // one is verified in a window beside this one
            openPath(path);
        }
    }
    if (m_options.first->isEmpty() && m_last && m_last->ending == Autosave::Ending::Well) {
        openRunsOf(m_last->data);
    }
    m_finder.lookNow();
}

// Names, colours and notes are those of runs, whatever is open; so they are there in every window.
void MainWindow::takeUpLast()
{
    m_last = m_autosave->kept();
    if (!m_last) {
        return;
    }
    m_session.workspace().restore(m_last->data);
    for (const fs::path& base : m_last->data.bases) {
        m_finder.addBase(base);
    }
}

void MainWindow::offerLast()
{
    if (m_last && m_last->ending == Autosave::Ending::Fell && !m_last->data.folders.empty()) {
        const auto count = static_cast<int>(m_last->data.folders.size());
        m_notice->offer(
            QLatin1String(kRestore),
            tr("The last window did not end by itself. It had %n run(s) open.", nullptr, count),
            tr("Open them again"), [this, left = m_last->data] { openRunsOf(left); });
    }
    m_last.reset();
}

void MainWindow::showSoon()
{
    if (m_session.runs().empty() && !m_jobs.running().empty()) {
        if (!m_opening.isEmpty()) {
            m_empty->setBusy(tr("Reading %1").arg(m_opening));
        }
        auto* latest = new QTimer(this);
        latest->setSingleShot(true);
        connect(latest, &QTimer::timeout, this, [this, latest] {
            latest->deleteLater();
            show();
        });
        latest->start(kShownAfter);
        // What a job found is taken after it was told to be finished.
        connect(
            &m_jobs, &Jobs::finished, latest,
            [this, latest] {
                const bool isListed = !m_finder.rows().empty();
                if (m_jobs.running().empty() || (!m_session.runs().empty() && isListed)) {
                    latest->start(0);
                }
            },
            Qt::QueuedConnection);
    } else {
        show();
    }
}

// The inspector is beside what is looked at first, and comes after it.
void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_inspector == nullptr) {
        m_session.turns().ask(m_inspectorDock, [this] { buildInspector(); });
    }
    // Their window stands over this one.
    const QStringList first = std::exchange(m_options.first, {}).value_or(QStringList());
    for (const QString& path : first) {
        if (looksLikeBundle(path)) {
            QMetaObject::invokeMethod(
                this, [this, path] { verifyBundle(path); }, Qt::QueuedConnection);
        }
    }
}

} // namespace soak::ui
