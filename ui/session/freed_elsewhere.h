// SPDX-License-Identifier: GPL-3.0-or-later
// Values of long runs that are let go on the GUI thread and freed on another: a hundred thousand
// iterations with their texts take longer than a frame to free.
#pragma once

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace soak::ui
{

// One thread that frees. Not the global pool: Qt 6.4 paints large images with that one's threads,
// and the GUI thread would wait for what is freed there.
QThreadPool& freeingPool();

// The same value. Where its last owner lets it go on the GUI thread, what it held is freed by the
// freeing pool a moment later.
template <typename T>
std::shared_ptr<T> freedElsewhere(std::shared_ptr<T> value)
{
    T* const seen = value.get();
    return std::shared_ptr<T>(seen, [kept = std::move(value)](T* /*seen*/) mutable {
        const QCoreApplication* program = QCoreApplication::instance();
        if (program != nullptr && QThread::currentThread() == program->thread()) {
            freeingPool().start([freed = std::move(kept)]() mutable { freed.reset(); });
        }
        kept.reset(); // else it would live as long as the last weak pointer to it
    });
}

// For a value that has one owner, on the GUI thread: that is left with an empty one.
template <typename T>
void freeElsewhere(T& value)
{
    auto kept = std::make_shared<T>(std::exchange(value, T()));
    freeingPool().start([freed = std::move(kept)]() mutable { freed.reset(); });
}

} // namespace soak::ui
