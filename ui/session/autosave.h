// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is open on disk while the window lives, so that a window that fell can be put up
// again. GUI thread only; files are written in jobs.
#pragma once

#include "ui/session/jobs.h"
#include "ui/session/workspace.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace soak::ui
{

class Autosave final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        fs::path folder; // where the file and the mark of a living window lie
        std::chrono::milliseconds every{10'000};
        std::chrono::milliseconds settle{500}; // how long a change that was told waits for others
    };

    // How the window before this one ended.
    enum class Ending { Well, Fell, StillLives };

    struct Kept {
        WorkspaceData data;
        Ending ending = Ending::Well;
    };

    // `snapshot` says what is open now.
    Autosave(Jobs& jobs, Options options, std::function<WorkspaceData()> snapshot,
             QObject* parent = nullptr);

    // What the last window kept; nullopt when there was none. Call before begin().
    [[nodiscard]] std::optional<Kept> kept() const;
    // What a window left that did not end by itself; nullopt when it ended well, still lives, or
    // had nothing open. Call before begin().
    [[nodiscard]] std::optional<WorkspaceData> leftBehind() const;

    void begin();   // marks the window as living, and saves from now on
    void changed(); // there is something new to keep: saves soon
    void finish();  // saves at once and takes the mark away: a good end

    [[nodiscard]] fs::path file() const { return m_options.folder / "last.soakws"; }

Q_SIGNALS:
    void saved();
    void failed(const QString& why);

private:
    [[nodiscard]] fs::path mark() const { return m_options.folder / "window.pid"; }

    void save();

    Jobs& m_jobs;
    Options m_options;
    std::function<WorkspaceData()> m_snapshot;
    QTimer m_timer;
    QTimer m_soon;
    std::optional<WorkspaceData> m_last; // as saved
    bool m_isSaving = false;
};

} // namespace soak::ui
