// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"

#include "core/runner/run_soak.h"
#include "core/sweep/red_start.h"
#include "tests/support/test_data.h"
#include "tests/ui/support/model_watch.h"
#include "tests/ui/support/person.h"
#include "ui/charts/chart_pane.h"
#include "ui/charts/event_lanes.h"
#include "ui/window/main_window.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QProcessEnvironment>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>

namespace soak::ui
{
namespace
{

QString qtPath(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

// Everything that lives as long as the program runs.
struct Desk::Workplace {
    ModelWatch models;
    Preferences preferences;
    Theme theme;
    Languages languages;
    std::unique_ptr<MainWindow> window;
};

Desk::Desk()
{
    qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
}

QStringList Desk::watchedModels() const
{
    QStringList names = m_place->models.watched();
    names.sort();
    return names;
}

Desk::~Desk()
{
    end();
}

void Desk::start(const Wish& wish)
{
    ASSERT_EQ(m_place, nullptr);
    m_place = std::make_unique<Workplace>();
    m_place->preferences = loadPreferences(path(kPreferences));
    m_place->theme.choose(m_place->preferences.theme == ThemeChoice::System
                              ? ThemeChoice::Light
                              : m_place->preferences.theme);
    m_place->languages.choose(m_place->preferences.language.isEmpty()
                                  ? QStringLiteral("en")
                                  : m_place->preferences.language);
    m_place->window = std::make_unique<MainWindow>(
        m_place->theme, m_place->languages,
        MainWindow::Options{.preferencesFile = path(kPreferences),
                            .stateFolder = m_home / kState,
                            .soakProgram = wish.soakProgram,
                            .samplePath = wish.samplePath,
                            .history = {.url = {}, .file = m_home / kHistory},
                            .remembersRuns = true,
                            .first = wish.paths});
    m_place->window->resize(wish.size);
    m_place->window->showSoon();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_place->window->isVisible(); }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_place->window.get()));
}

void Desk::end()
{
    if (m_place != nullptr) {
        EXPECT_TRUE(waitForJobs());
        m_place.reset();
        QLocale::setDefault(QLocale::c());
    }
}

void Desk::start()
{
    start(Wish());
}

bool Desk::isWindowOpen() const
{
    return m_place != nullptr && m_place->window->isVisible();
}

QString Desk::title() const
{
    return m_place->window->windowTitle();
}

bool Desk::waitForTitle(const QString& part) const
{
    const bool isThere = until([&] { return title().contains(part); });
    EXPECT_TRUE(isThere) << "the title is " << title().toStdString();
    return isThere;
}

bool Desk::waitForJobs()
{
    return until([&] { return m_place->window->isIdle(); });
}

QString Desk::fixture(const char* name) const
{
    return qtPath(testDataPath(std::string("fixtures/") + name));
}

QString Desk::copyFixture(const char* name, const char* to)
{
    fs::copy(testDataPath(std::string("fixtures/") + name), m_home / to,
             fs::copy_options::recursive);
    // A foreign run whose files have just come counts as one that is being written.
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_home / to)) {
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(1));
    }
    return path(to);
}

QString Desk::makeRun(const char* name, int iterations, qint64 startedMs)
{
    RunRequest request;
    request.info.engine = "mock";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.out = m_home / name;
    const VirtualClock clock(startedMs);
    const auto made = runSoak(request, clock, {}, {});
    EXPECT_TRUE(made) << describe(made.error());
    return path(name);
}

QString Desk::makeTunedRun(const char* name, int iterations, const char* engine)
{
    RunRequest request;
    request.info.engine = engine;
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.info.tuner = "model";
    request.info.initialOverrides = redStart(3);
    request.out = m_home / name;
    const VirtualClock clock(1'767'608'400'000);
    const auto made = runSoak(request, clock, {}, {});
    EXPECT_TRUE(made) << describe(made.error());
    return path(name);
}

QString Desk::path(const char* relative) const
{
    return qtPath(m_home / relative);
}

QString Desk::text(const char* relative) const
{
    return QString::fromStdString(readFile(m_home / relative).value_or({}));
}

QString Desk::keptNotes() const
{
    const auto kept = loadWorkspace(m_home / kState / "last.soakws");
    QStringList notes;
    for (const auto& [identity, marks] : kept ? kept->runs : std::map<QString, RunMarks>{}) {
        for (const RunNote& note : marks.notes) {
            notes << QStringLiteral("%1|%2|%3")
                         .arg(note.text)
                         .arg(note.from.value_or(0))
                         .arg(note.to.value_or(0));
        }
    }
    return notes.join(QLatin1Char('\n'));
}

QByteArray Desk::bytesBelow(const QString& folder)
{
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(folder.toStdString())) {
        if (entry.is_regular_file()) {
            files[entry.path().string()] = readFile(entry.path()).value_or({});
        }
    }
    QByteArray all;
    for (const auto& [name, bytes] : files) {
        all += QByteArray::fromStdString(name + '\n' + bytes + '\n');
    }
    EXPECT_FALSE(all.isEmpty()) << folder.toStdString();
    return all;
}

std::unique_ptr<QProcess> Desk::startAside(const QString& program, const QStringList& words) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), path(""));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(program, words);
    EXPECT_TRUE(process->waitForStarted(kPatienceMs)) << program.toStdString();
    return process;
}

QStringList letteringOf(const char* name)
{
    const auto* pane = qobject_cast<const ChartPane*>(widgetOf(chart(name)));
    QStringList texts;
    if (pane != nullptr) {
        for (const ChartLabel& label : pane->labels()) {
            texts << label.text;
        }
    }
    return texts;
}

QPointF placeOf(const char* name, const QString& beginning)
{
    const auto* pane = qobject_cast<const ChartPane*>(widgetOf(chart(name)));
    if (pane != nullptr) {
        for (const ChartLabel& label : pane->labels()) {
            if (label.text.startsWith(beginning)) {
                const QPointF middle = label.rect.center();
                return {middle.x() / pane->width(), middle.y() / pane->height()};
            }
        }
    }
    ADD_FAILURE() << "no '" << beginning.toStdString() << "' on " << name;
    return kCentre;
}

QPointF placeOfFirstChange()
{
    const auto* lanes = qobject_cast<EventLanes*>(widgetOf(anything("Events over the iterations")));
    if (lanes == nullptr) {
        ADD_FAILURE() << "no lanes";
        return kCentre;
    }
    const auto flag = std::ranges::find_if(lanes->groups(), [&](const LaneGroup& group) {
        return lanes->scene()->lanes[group.lane].kind == EventLaneKind::Deltas && group.count == 1;
    });
    if (flag == lanes->groups().end()) {
        ADD_FAILURE() << "no flag of a change";
        return kCentre;
    }
    return {flag->rect.center().x() / lanes->width(), flag->rect.center().y() / lanes->height()};
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

QByteArray clipboardBytes(const char* mimeType)
{
    const QMimeData* held = QGuiApplication::clipboard()->mimeData(); // null: it is empty
    return held == nullptr ? QByteArray() : held->data(QString::fromUtf8(mimeType));
}

void clearClipboard()
{
    QGuiApplication::clipboard()->clear();
}

} // namespace soak::ui
