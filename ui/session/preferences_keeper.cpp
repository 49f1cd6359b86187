// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preferences_keeper.h"

#include <mutex>

namespace soak::ui
{

// Jobs may end in another order than they began: what is older never replaces what is newer.
struct PreferencesKeeper::Written {
    std::mutex lock;
    int newest = 0;

    void write(int turn, const Preferences& preferences, const QString& file)
    {
        const std::scoped_lock guard(lock);
        if (turn > newest) {
            newest = turn;
            savePreferences(preferences, file);
        }
    }
};

PreferencesKeeper::PreferencesKeeper(Jobs& jobs, Options options,
                                     std::function<Preferences()> snapshot, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_options(std::move(options)), m_snapshot(std::move(snapshot)),
      m_written(std::make_shared<Written>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_options.settle);
    connect(&m_soon, &QTimer::timeout, this, &PreferencesKeeper::save);
}

void PreferencesKeeper::changed()
{
    if (!m_soon.isActive()) { // the first change counts
        m_soon.start();
    }
}

void PreferencesKeeper::finish()
{
    m_soon.stop();
    m_written->write(++m_turn, m_snapshot(), m_options.file);
}

void PreferencesKeeper::save()
{
    Preferences now = m_snapshot();
    if (m_last == now) {
        return;
    }
    m_last = now;
    m_jobs.run(
        tr("Save the preferences"),
        [now = std::move(now), file = m_options.file, written = m_written,
         turn = ++m_turn](const std::stop_token&, const Progress&) {
            written->write(turn, now, file);
            return true;
        },
        this, [this](bool /*isDone*/) { Q_EMIT saved(); });
}

} // namespace soak::ui
