// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window or of one view, without anybody who looks: what `--render` asks for.
#pragma once

#include "core/base/result.h"
#include "ui/window/main_window.h"
#include "ui/window/start_options.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace soak::ui
{

// Paints `widget` to `file` by its ending, in the resolution of its screen; a PDF bears `time`
// (absent: now). Errors: NotWritable.
Status writePicture(QWidget& widget, const QString& file, const std::optional<EpochMs>& time = {});

// Opens the run, waits until it is shown and nothing is loading any more, and paints: the window as
// it looks, of a view what its export writes, in the colours of `tone`. `done` is called once, on
// the event loop.
class Renderer final : public QObject
{
    Q_OBJECT

public:
    Renderer(MainWindow& window, RenderWish wish, Tone tone, std::function<void(Status)> done,
             QObject* parent = nullptr);

    void start();

private:
    void look();
    [[nodiscard]] bool fitsView();
    void exportView();
    void arrange();
    void showComparison();
    void end(Status status);

    MainWindow& m_window;
    RenderWish m_wish;
    Tone m_tone;
    std::function<void(Status)> m_done;
    QTimer m_tick;
    qsizetype m_opened = 0; // runs that were asked for
    bool m_isArranged = false;
    int m_ticks = 0;
    int m_calm = 0;
    int m_fits = 0; // times that the window was made so large that the view has the size asked for
};

} // namespace soak::ui
