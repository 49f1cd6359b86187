// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the preferences on disk while the window lives, so that one that falls forgets nothing. GUI
// thread only; files are written in jobs.
#pragma once

#include "ui/session/jobs.h"
#include "ui/session/preferences.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace soak::ui
{

class PreferencesKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString file;
        std::chrono::milliseconds settle{500}; // how long a change waits for others
    };

    // `snapshot` says what they are now.
    PreferencesKeeper(Jobs& jobs, Options options, std::function<Preferences()> snapshot,
                      QObject* parent = nullptr);

    void changed(); // there may be something new to keep: saves soon, and only what differs
    void finish();  // saves at once; nothing is written later

Q_SIGNALS:
    void saved();

private:
    struct Written;

    void save();

    Jobs& m_jobs;
    Options m_options;
    std::function<Preferences()> m_snapshot;
    QTimer m_soon;
    std::optional<Preferences> m_last; // as given to be written
    std::shared_ptr<Written> m_written;
    int m_turn = 0;
};

} // namespace soak::ui
