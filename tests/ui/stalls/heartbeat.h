// SPDX-License-Identifier: GPL-3.0-or-later
// A second thread that posts a beat to the GUI thread every 5 ms and records how late each came: so
// often that a block of 60 ms is seen as more than 50 wherever it begins.
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <ctime>
#include <thread>
#include <vector>

namespace soak::ui
{

// One beat. A machine that others use makes the GUI thread wait for a processor: that time is known
// to the kernel (schedstat) and is told apart. `ownMs` is what the thread itself took, working or
// blocked, and what a test may assert anywhere; on a quiet machine it is the delay.
struct Beat {
    double sentMs = 0; // CLOCK_MONOTONIC: what a profiler was told to count by
    double delayMs = 0;
    double ownMs = 0;
    double cpuMs = 0; // of the GUI thread between post and arrival
};

// GUI thread only.
class Heartbeat final
{
public:
    static constexpr std::chrono::milliseconds kEvery{5};

    Heartbeat(); // begins
    ~Heartbeat();
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;

    // Waits for the beats that are on their way, and ends.
    void stop();

    [[nodiscard]] const std::vector<Beat>& beats() const { return m_beats; }

    // The one that was kept longest by the GUI thread itself; a beat of zeros when there is none.
    [[nodiscard]] Beat worst() const;
    [[nodiscard]] Beat busiest() const; // in the same sense, the one with most processor time

private:
    void post(const std::stop_token& stop);
    [[nodiscard]] Beat most(bool (*isLess)(const Beat&, const Beat&)) const;

    QObject m_here; // receives the beats
    clockid_t m_guiClock{};
    QString m_schedule; // schedstat of the GUI thread
    std::vector<Beat> m_beats;
    std::jthread m_thread;
};

} // namespace soak::ui
