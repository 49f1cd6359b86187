// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/program.h"

#include "core/base/exit_code.h"
#include "ui/window/first_size.h"
#include "ui/window/main_window.h"
#include "ui/window/render.h"
#include "ui/window/sample_run.h"

#include <QApplication>
#include <QScreen>
#include <QStandardPaths>

#include <cstdio>

namespace soak::ui
{
namespace
{

fs::path stateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home =
        state.isEmpty() ? qEnvironmentVariable("HOME") + QStringLiteral("/.local/state") : state;
    return fs::path((home + QStringLiteral("/soak-workbench")).toStdString());
}

std::optional<std::string> variable(const char* name)
{
    const QString value = qEnvironmentVariable(name);
    return value.isEmpty() ? std::nullopt : std::optional(value.toStdString());
}

// As `soak history` takes it without --db.
Result<HistoryPlace> historyPlaceOf(const QString& given)
{
    return historyPlace(given.isEmpty() ? std::nullopt : std::optional(given.toStdString()),
                        variable("XDG_DATA_HOME"), variable("HOME"));
}

} // namespace

int refuse(const Error& error)
{
    std::fprintf(stderr, "soak-workbench: %s\n", describe(error).c_str());
    return static_cast<int>(exitCodeFor(error.code));
}

int runProgram(const QApplication& application, const StartOptions& start)
{
    const bool isPicture = start.render.has_value();
    const QString file = isPicture ? QString() : preferencesFile();
    const Preferences preferences = isPicture ? Preferences() : loadPreferences(file);
    Theme theme;
    theme.choose(start.theme.value_or(isPicture ? ThemeChoice::Light : preferences.theme));
    Languages languages;
    const QString language = isPicture ? QStringLiteral("en") : preferences.language;
    languages.choose(start.language.isEmpty() ? language : start.language);
    auto place = historyPlaceOf(start.history);
    if (!place) {
        return refuse(place.error());
    }
    MainWindow window(theme, languages,
                      {.preferencesFile = file,
                       .stateFolder = isPicture ? fs::path() : stateFolder(),
                       .soakProgram = soakProgram(),
                       .samplePath = sampleRunPath(),
                       .history = std::move(*place),
                       .remembersRuns = !isPicture,
                       .first = isPicture ? std::nullopt : std::optional(start.paths)});
    if (!isPicture) {
        if (preferences.geometry.isEmpty()) {
            window.resize(firstSize(window.screen()->availableSize()));
        }
        window.showSoon();
        return application.exec();
    }
    int code = 0;
    Renderer renderer(window, *start.render, theme.tone(), [&code](const Status& status) {
        code = status ? 0 : refuse(status.error());
        QCoreApplication::exit(code);
    });
    QMetaObject::invokeMethod(&renderer, &Renderer::start, Qt::QueuedConnection);
    return application.exec();
}

} // namespace soak::ui
