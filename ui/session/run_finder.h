// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that lie in the folders of this window, open or not: listed at once, judged one after
// the other in the background. With a history what it remembers is there without a folder being
// read, and what is new enters it. GUI thread only; folders and history are read in jobs.
#pragma once

#include "core/history/history_store.h"
#include "ui/session/found_row.h"
#include "ui/session/session.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace soak::ui
{

class RunFinder final : public QObject
{
    Q_OBJECT

public:
    explicit RunFinder(Session& session, QObject* parent = nullptr);

    // From the next look on. Where it cannot be opened, the folders alone are looked at.
    void setHistory(HistoryPlace place);

    // Looks in `folder`, too, from now on, and again when a folder comes or goes in it. One that
    // lies in another is not looked at twice. Several that are added at once are looked through
    // together.
    void addBase(const fs::path& folder);
    // Without waiting for the event loop: the window is not built yet.
    void lookNow();
    void look(); // again, everywhere

    [[nodiscard]] bool isAboutToLook() const { return m_soon.isActive() || m_rest.isActive(); }

    [[nodiscard]] const std::vector<FoundRow>& rows() const { return m_rows; }

    [[nodiscard]] const std::vector<fs::path>& bases() const { return m_bases; }

Q_SIGNALS:
    void rowsChanged();
    // Runs came into the history, or went on.
    void historyChanged();
    // It cannot be opened; said once.
    void historyFailed(const soak::Error& error);

private:
    void take(std::vector<FoundRow> rows);
    void reconcile();
    void reconcileSoon();
    void lookAgainOr(void (RunFinder::*next)());
    void judgeNext();
    void watch();

    // How many are judged before the list is shown again.
    static constexpr std::size_t kBatch = 16;
    static constexpr int kSettleMs = 300; // after the first sign of a change
    // What is remembered is shown first; looking through the folders would only be in its way.
    static constexpr int kRestMs = 200;

    Session& m_session;
    std::vector<fs::path> m_bases;
    std::vector<FoundRow> m_rows;
    std::optional<HistoryPlace> m_history;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_soon; // once the event loop runs
    QTimer m_rest; // between what is remembered and what lies in the folders
    bool m_isLooking = false;
    bool m_isAsked = false;
    int m_round = 0;
};

} // namespace soak::ui
