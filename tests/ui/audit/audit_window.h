// SPDX-License-Identifier: GPL-3.0-or-later
// The window put into each of the states that the audit walks through.
#pragma once

#include "tests/ui/audit/audit_histories.h"
#include "tests/ui/audit/audit_runs.h"
#include "tests/ui/audit/pairwise.h"
#include "tests/ui/support/pseudo_language.h"
#include "ui/window/main_window.h"

#include <map>
#include <memory>

namespace soak::ui
{

enum class Stop {
    Overview,
    Iterations,
    TwoColumns,
    Market, // the charts of Market and load
    Table,
    Overrides,
    Guards,
    Reports,
    Compare,
    CompareDetails, // where they lie behind the charts: in front
    Distributions,
    Relations,
    CompareTable,
    CompareArms, // of a run each: that it is too little is said
    HistoryNone, // is there yet
    History,
    HistoryLong,   // names
    HistoryBroken, // the file is no database
    Release,
    RunPanel,
    Events,
    Jobs,
    Problems,
    Inspector, // where it is folded: opened; else: hidden
};
enum class Speech { English, Russian, Pseudo };
enum class Looking { Nowhere, AtOne, BetweenTwo };

// One of everything that the audit combines.
struct AuditCase {
    Stop stop = Stop::Overview;
    Data data = Data::Eight;
    std::size_t scale = 0; // index into kScales
    Speech speech = Speech::English;
    Looking looking = Looking::Nowhere;
    bool isSmall = false; // 1024 x 700, else 1440 x 900
    bool isDark = false;

    [[nodiscard]] QString name() const;
};

inline constexpr std::array kScales{"1", "1.5", "2"};

// Every two settings meet; in an order in which little changes from one to the next.
std::vector<AuditCase> auditCases();

class AuditWindow final
{
public:
    explicit AuditWindow(QString soakProgram);
    ~AuditWindow();

    // The window in that state, painted, with no work left to do.
    MainWindow& show(const AuditCase& wanted);

    // What the view of the history finds when it is shown next.
    void remember(Remembered which) { m_histories.put(which); }

    [[nodiscard]] const Theme& theme() const { return m_theme; }

private:
    struct Shell;

    Shell& shellFor(Data data);
    void speak(Speech speech);
    void settle(MainWindow& window);
    void go(MainWindow& window, const AuditCase& wanted);
    void compare(MainWindow& window, const AuditCase& wanted);
    void history(MainWindow& window, const AuditCase& wanted);

    QString m_soakProgram;
    AuditRuns m_runs;
    AuditHistories m_histories;
    Theme m_theme;
    Languages m_languages;
    PseudoLanguage m_pseudo;
    std::unique_ptr<Shell> m_full;  // all runs are open
    std::unique_ptr<Shell> m_empty; // none is
    std::optional<Speech> m_speech;
};

} // namespace soak::ui
