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

// Paints `widget` to `file` by its ending. Errors: NotWritable.
Status writePicture(QWidget& widget, const QString& file);

// Opens the run, waits until it is shown and nothing is loading any more, and paints. `done` is
// called once, on the event loop.
class Renderer final : public QObject
{
    Q_OBJECT

public:
    Renderer(MainWindow& window, RenderWish wish, std::function<void(Status)> done,
             QObject* parent = nullptr);

    void start();

private:
    void look();
    void end(Status status);

    MainWindow& m_window;
    RenderWish m_wish;
    std::function<void(Status)> m_done;
    QTimer m_tick;
    int m_ticks = 0;
    int m_calm = 0;
};

} // namespace soak::ui
