// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, as the program makes it, with a home of its own.
#pragma once

#include "tests/support/temp_dir.h"
#include "tests/ui/stalls/event_wait.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/iterations_view.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace soak::ui
{

inline constexpr std::array kViews{View::Overview, View::Iterations, View::Overrides,
                                   View::Guards,   View::Reports,    View::Compare,
                                   View::History,  View::Release};
static_assert(kViews.size() == kViewCount);

struct Windowed {
    static constexpr int kLongMs = 120'000;

    struct Looks { // chosen before there is a window, as the program does

        Looks()
        {
            theme.choose(ThemeChoice::Light);
            languages.choose(QStringLiteral("en"));
        }

        Theme theme;
        Languages languages;
    };

    TempDir home;
    Looks looks;
    MainWindow window;

    explicit Windowed(const QString& soakProgram)
        : window(looks.theme, looks.languages,
                 {.preferencesFile = QString::fromStdString((home / "p.ini").string()),
                  .stateFolder = home.path() / "state",
                  .soakProgram = soakProgram})
    {
        window.resize(1440, 900);
        window.show();
        QCoreApplication::processEvents();
        [[maybe_unused]] const bool isCalm = waitIdle();
    }

    ~Windowed() { QLocale::setDefault(QLocale::c()); }

    void open(const fs::path& folder) { window.open({QString::fromStdString(folder.string())}); }

    bool waitIdle()
    {
        return waitInLoop([&] { return window.isIdle(); }, kLongMs);
    }

    [[nodiscard]] std::size_t rowsShown()
    {
        const auto& panes =
            qobject_cast<IterationsView*>(window.viewWidget(View::Iterations))->stack()->panes();
        return panes.empty() || panes.front()->scene()->isEmpty()
                   ? 0
                   : panes.front()->scene()->series.front().iterations.size();
    }

    // Until the run is open with so many rows, drawn if charts are in sight, and all jobs ended.
    bool waitRows(std::size_t rows)
    {
        return waitInLoop(
            [&] {
                const auto& runs = window.session().runs();
                const bool isRead = !runs.empty() && runs.front().run->table.rowCount() >= rows;
                const bool isDrawn =
                    window.currentView() != View::Iterations || rowsShown() >= rows;
                return isRead && isDrawn && window.isIdle();
            },
            kLongMs);
    }
};

} // namespace soak::ui
