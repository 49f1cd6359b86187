// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that lie in the folders of this window, open or not: listed at once, judged one after
// the other in the background. GUI thread only; folders are read in jobs.
#pragma once

#include "core/history/run_index.h"
#include "ui/session/session.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <vector>

namespace soak::ui
{

class RunFinder final : public QObject
{
    Q_OBJECT

public:
    explicit RunFinder(Session& session, QObject* parent = nullptr);

    // Looks in `folder`, too, from now on, and again when a folder comes or goes in it. One that
    // lies in another is not looked at twice.
    void addBase(const fs::path& folder);
    void look(); // again, everywhere

    [[nodiscard]] const std::vector<RunRow>& rows() const { return m_rows; }

    [[nodiscard]] const std::vector<fs::path>& bases() const { return m_bases; }

Q_SIGNALS:
    void rowsChanged();

private:
    void judgeNext();
    void watch();

    // How many are judged before the list is shown again.
    static constexpr std::size_t kBatch = 16;
    static constexpr int kSettleMs = 300; // after the first sign of a change

    Session& m_session;
    std::vector<fs::path> m_bases;
    std::vector<RunRow> m_rows;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    bool m_isLooking = false;
    bool m_isAsked = false;
    int m_round = 0;
};

} // namespace soak::ui
