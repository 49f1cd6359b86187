// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit_window.h"

#include "ui/compare/compare_view.h"
#include "ui/compare/effects_page.h"
#include "ui/history/history_table.h"
#include "ui/history/history_view.h"
#include "ui/views/iterations_view.h"
#include "ui/window/bottom_pane.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace soak::ui
{
namespace
{

constexpr int kLongMs = 60'000;
constexpr int kCalmTurns = 3; // of the event loop, after which nothing is being put off
constexpr std::array kStops{
    "overview",      "iterations",   "two columns",   "market",       "table",
    "overrides",     "guards",       "reports",       "compare",      "compare details",
    "distributions", "relations",    "compare table", "compare arms", "no history",
    "history",       "long history", "bad history",   "release",      "run panel",
    "events",        "jobs",         "problems",      "inspector"};
constexpr std::array kData{"8", "36", "gaps", "100000", "broken", "nothing"};
constexpr std::array kSpeeches{"en", "ru", "pseudo"};
constexpr std::array kLookings{"no cursor", "cursor", "A and B"};

template <typename T>
const char* nameIn(const auto& names, T value)
{
    return names.at(static_cast<std::size_t>(value));
}

} // namespace

struct AuditWindow::Shell {
    MainWindow window;
    std::map<Data, QString> identities;

    Shell(Theme& theme, Languages& languages, const QString& soakProgram, const fs::path& history)
        : window(theme, languages,
                 {.preferencesFile = {},
                  .stateFolder = {},
                  .soakProgram = soakProgram,
                  .samplePath = QStringLiteral("sample"),
                  .history = {.url = {}, .file = history}})
    {
        window.show();
    }
};

QString AuditCase::name() const
{
    return QStringLiteral("%1, %2, x%3, %4, %5, %6, %7")
        .arg(QLatin1String(nameIn(kStops, stop)), QLatin1String(nameIn(kData, data)),
             QLatin1String(kScales.at(scale)), QLatin1String(nameIn(kSpeeches, speech)),
             QLatin1String(nameIn(kLookings, looking)),
             isSmall ? QStringLiteral("1024x700") : QStringLiteral("1440x900"),
             isDark ? QStringLiteral("dark") : QStringLiteral("light"));
}

std::vector<AuditCase> auditCases()
{
    std::vector<AuditCase> cases;
    for (const PairwiseCase& one : pairwiseCases({kStops.size(), kData.size(), kScales.size(),
                                                  kSpeeches.size(), kLookings.size(), 2, 2})) {
        cases.push_back({.stop = static_cast<Stop>(one[0]),
                         .data = static_cast<Data>(one[1]),
                         .scale = one[2],
                         .speech = static_cast<Speech>(one[3]),
                         .looking = static_cast<Looking>(one[4]),
                         .isSmall = one[5] == 1,
                         .isDark = one[6] == 1});
    }
    const auto cost = [](const AuditCase& one) {
        return std::tuple(one.speech, one.isDark, one.isSmall, one.data, one.stop);
    };
    std::ranges::stable_sort(cases, {}, cost);
    return cases;
}

// Fonts come with the theme: a program chooses it before it has a window.
AuditWindow::AuditWindow(QString soakProgram) : m_soakProgram(std::move(soakProgram))
{
    m_theme.choose(ThemeChoice::Light);
}

AuditWindow::~AuditWindow()
{
    QCoreApplication::removeTranslator(&m_pseudo);
    QLocale::setDefault(QLocale::c());
}

void AuditWindow::settle(MainWindow& window)
{
    int calm = 0;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            calm = window.isIdle() ? calm + 1 : 0;
            return calm > kCalmTurns;
        },
        kLongMs));
}

AuditWindow::Shell& AuditWindow::shellFor(Data data)
{
    std::unique_ptr<Shell>& shell = data == Data::Nothing ? m_empty : m_full;
    if (shell) {
        return *shell;
    }
    shell = std::make_unique<Shell>(m_theme, m_languages, m_soakProgram, m_histories.file());
    if (data == Data::Nothing) {
        for (const fs::path& folder : {m_runs.folder(data), m_runs.unread()}) {
            shell->window.open({QString::fromStdString(folder.string())});
            settle(shell->window);
        }
        EXPECT_EQ(shell->window.session().problems().size(), 2U);
        return *shell;
    }
    for (std::size_t i = 0; i < kDataCount; ++i) {
        if (const auto one = static_cast<Data>(i); one != Data::Nothing) {
            QSignalSpy opened(&shell->window.session(), &Session::opened);
            shell->window.open({QString::fromStdString(m_runs.folder(one).string())});
            const bool isOpen = !opened.isEmpty() || opened.wait(kLongMs);
            EXPECT_TRUE(isOpen) << m_runs.folder(one);
            shell->identities[one] = isOpen ? opened.front().front().toString() : QString();
        }
    }
    return *shell;
}

void AuditWindow::speak(Speech speech)
{
    if (m_speech == speech) {
        return;
    }
    m_speech = speech;
    QCoreApplication::removeTranslator(&m_pseudo);
    m_languages.choose(speech == Speech::Russian ? QStringLiteral("ru") : QStringLiteral("en"));
    // What was done is called as it was when it was done.
    for (const auto& shell : {m_full.get(), m_empty.get()}) {
        if (shell != nullptr) {
            shell->window.session().workspace().history().clear();
        }
    }
    if (speech == Speech::Pseudo) {
        QCoreApplication::installTranslator(&m_pseudo);
    }
}

// Beside another run, which is starred.
void AuditWindow::compare(MainWindow& window, const AuditCase& wanted)
{
    if (wanted.data != Data::Nothing) {
        const Data other = wanted.data == Data::ThirtySix ? Data::Eight : Data::ThirtySix;
        const QString identity = m_full->identities.at(other);
        window.selection().setShown(identity, true);
        window.selection().setBaseline(identity);
    }
    window.showView(View::Compare);
    auto* view = qobject_cast<CompareView*>(window.viewWidget(View::Compare));
    const std::map<Stop, ComparePage> pages{{Stop::Compare, ComparePage::Effects},
                                            {Stop::CompareDetails, ComparePage::Effects},
                                            {Stop::Distributions, ComparePage::Distributions},
                                            {Stop::Relations, ComparePage::Relations},
                                            {Stop::CompareTable, ComparePage::Table},
                                            {Stop::CompareArms, ComparePage::Arms}};
    const bool isOfArms = wanted.stop == Stop::CompareArms;
    Workspace& workspace = window.session().workspace();
    const QString& primary = window.selection().primary();
    for (const QString& identity : window.selection().shown()) {
        workspace.setArm(identity, !isOfArms             ? QString()
                                   : identity == primary ? QStringLiteral("B")
                                                         : QStringLiteral("A"));
    }
    settle(window);
    view->showPage(pages.at(wanted.stop));
    view->effects()->showDetails(wanted.stop == Stop::CompareDetails);
}

// With one that is chosen, or a filter that is broken.
void AuditWindow::history(MainWindow& window, const AuditCase& wanted)
{
    const std::map<Stop, Remembered> sorts{{Stop::HistoryNone, Remembered::Nothing},
                                           {Stop::History, Remembered::Thirty},
                                           {Stop::HistoryLong, Remembered::LongNames},
                                           {Stop::HistoryBroken, Remembered::Unreadable}};
    m_histories.put(sorts.at(wanted.stop));
    window.showView(View::Overview); // a view that is shown anew reads
    window.showView(View::History);
    settle(window);
    auto* view = qobject_cast<HistoryView*>(window.viewWidget(View::History));
    view->filter()->setText(wanted.looking == Looking::BetweenTwo
                                ? QStringLiteral("verdict:fail colour:red")
                                : QString());
    QTest::keyClick(view->filter(), Qt::Key_Return);
    settle(window);
    if (wanted.looking == Looking::AtOne) {
        view->table()->selectRow(0);
    }
}

void AuditWindow::go(MainWindow& window, const AuditCase& wanted)
{
    auto* bottom = window.findChild<BottomPane*>();
    bottom->close();
    auto* inspector = window.action(Act::Inspector);
    const bool isFolded = wanted.isSmall;
    if (inspector->isChecked() != ((wanted.stop == Stop::Inspector) == isFolded)) {
        inspector->trigger();
    }
    auto* iterations = qobject_cast<IterationsView*>(window.viewWidget(View::Iterations));
    iterations->showTable(wanted.stop == Stop::Table);
    iterations->setColumns(wanted.stop == Stop::TwoColumns ? 2 : 1);
    iterations->showMarket(wanted.stop == Stop::Market);
    switch (wanted.stop) {
    case Stop::Overview:
        window.showView(View::Overview);
        return;
    case Stop::Overrides:
        window.showView(View::Overrides);
        return;
    case Stop::Guards:
        window.showView(View::Guards);
        return;
    case Stop::Reports:
        window.showView(View::Reports);
        return;
    case Stop::Compare:
    case Stop::CompareDetails:
    case Stop::Distributions:
    case Stop::Relations:
    case Stop::CompareTable:
    case Stop::CompareArms:
        compare(window, wanted);
        return;
    case Stop::HistoryNone:
    case Stop::History:
    case Stop::HistoryLong:
    case Stop::HistoryBroken:
        history(window, wanted);
        return;
    case Stop::Release:
        window.showView(View::Release);
        return;
    default:
        window.showView(View::Iterations);
    }
    if (wanted.stop >= Stop::RunPanel && wanted.stop <= Stop::Problems) {
        bottom->open(static_cast<int>(wanted.stop) - static_cast<int>(Stop::RunPanel));
    }
}

MainWindow& AuditWindow::show(const AuditCase& wanted)
{
    Shell& shell = shellFor(wanted.data);
    speak(wanted.speech);
    const ThemeChoice theme = wanted.isDark ? ThemeChoice::Dark : ThemeChoice::Light;
    if (m_theme.choice() != theme) {
        m_theme.choose(theme);
    }
    MainWindow& window = shell.window;
    window.resize(wanted.isSmall ? QSize(1024, 700) : QSize(1440, 900));
    settle(window); // views are made anew after a change of the language
    if (wanted.data != Data::Nothing) {
        window.selection().setPrimary(shell.identities.at(wanted.data));
        for (const auto& [data, identity] : shell.identities) {
            window.selection().setShown(identity, data == wanted.data);
        }
        window.selection().setBaseline({});
        const OpenRun& run = *window.session().find(window.selection().primary());
        const auto iterations = run.run->table.iterations();
        const bool looks = wanted.looking != Looking::Nowhere && !iterations.empty();
        window.selection().setCursor(looks ? std::optional(iterations[iterations.size() / 2])
                                           : std::nullopt);
        window.selection().setLocked(looks);
        const bool hasMarks = wanted.looking == Looking::BetweenTwo && !iterations.empty();
        window.selection().setMarkA(hasMarks ? std::optional(iterations.front()) : std::nullopt);
        window.selection().setMarkB(hasMarks ? std::optional(iterations.back()) : std::nullopt);
    }
    go(window, wanted);
    settle(window);
    return window;
}

} // namespace soak::ui
