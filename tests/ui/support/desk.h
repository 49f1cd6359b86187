// SPDX-License-Identifier: GPL-3.0-or-later
// A person's desk: a home folder, runs in it, and the window as the program makes it. What is done
// with the window is done by person.h; here is only what happens around it.
#pragma once

#include "tests/support/temp_dir.h"

#include <QByteArray>
#include <QPointF>
#include <QProcess>
#include <QSize>
#include <QStringList>

#include <memory>

namespace soak::ui
{

class Desk final
{
public:
    struct Wish {
        QSize size{1440, 900};
        QStringList paths = {};   // on the command line
        QString soakProgram = {}; // "" = no runs can be started
        QString samplePath = {};
    };

    Desk();
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // Starts the program; the window is there and active.
    void start(const Wish& wish);
    void start();
    // Waits for what goes on, then the program is gone. A window that the person did not close is
    // one that fell.
    void end();
    [[nodiscard]] bool isWindowOpen() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool waitForTitle(const QString& part) const;
    // The classes of the item models that are held to the rules of models; each one that was seen.
    [[nodiscard]] QStringList watchedModels() const;
    bool waitForJobs(); // nothing works in the background

    // Runs.
    QString fixture(const char* name) const;
    QString copyFixture(const char* name, const char* to); // into the home; returns its path
    // A run of ours, started `startedMs` after 1970; returns its folder.
    QString makeRun(const char* name, int iterations, qint64 startedMs = 1'767'608'400'000);

    // From where nothing is green, tuned by engine `model`: engine sim answers to what is changed.
    QString makeTunedRun(const char* name, int iterations, const char* engine = "sim");

    // Disk.
    [[nodiscard]] QString path(const char* relative) const;
    [[nodiscard]] QString text(const char* relative) const; // "" when it is not there
    // The notes of the kept workspace, a line each: "slow feed|3|5"; of the whole run "|0|0".
    [[nodiscard]] QString keptNotes() const;
    // Every file below `folder` with its name, to be held against what was there before.
    [[nodiscard]] static QByteArray bytesBelow(const QString& folder);

    // A real program at this desk, without a display.
    [[nodiscard]] std::unique_ptr<QProcess> startAside(const QString& program,
                                                       const QStringList& words) const;

    [[nodiscard]] const TempDir& home() const { return m_home; }

    // What the program remembers, below the home.
    static constexpr const char* kPreferences = "config/soak-workbench/workbench.ini";
    static constexpr const char* kState = "state/soak-workbench";
    static constexpr const char* kHistory = "data/soak-workbench/history.db"; // as `soak history`

private:
    struct Workplace;
    TempDir m_home;
    std::unique_ptr<Workplace> m_place;
};

// What is written on a chart, found by the beginning of its accessible name.
QStringList letteringOf(const char* chart);
// Where on it the first text that begins so stands, as shares of its size.
QPointF placeOf(const char* chart, const QString& beginning);
// Where on the lanes below the charts the first flag of a change stands that is alone.
QPointF placeOfFirstChange();
QString clipboardText();
QByteArray clipboardBytes(const char* mimeType); // empty when it has no such flavour
void clearClipboard();

} // namespace soak::ui
