// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/autosave.h"

#include "core/base/process.h"
#include "core/base/text.h"

#include <unistd.h>

namespace soak::ui
{

Autosave::Autosave(Jobs& jobs, Options options, std::function<WorkspaceData()> snapshot,
                   QObject* parent)
    : QObject(parent), m_jobs(jobs), m_options(std::move(options)), m_snapshot(std::move(snapshot))
{
    m_timer.setInterval(m_options.every);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::save);
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_options.settle);
    connect(&m_soon, &QTimer::timeout, this, &Autosave::save);
}

std::optional<Autosave::Kept> Autosave::kept() const
{
    Result<WorkspaceData> data = loadWorkspace(file());
    if (!data) {
        return std::nullopt;
    }
    Kept kept{std::move(*data), Ending::Well};
    if (const Result<std::string> pid = readFile(mark())) {
        const auto number = parseInteger(trim(*pid));
        const bool isAlive = number && isProcessAlive(static_cast<pid_t>(*number));
        kept.ending = isAlive ? Ending::StillLives : Ending::Fell;
    }
    return kept;
}

std::optional<WorkspaceData> Autosave::leftBehind() const
{
    std::optional<Kept> last = kept();
    if (!last || last->ending != Ending::Fell || last->data.folders.empty()) {
        return std::nullopt;
    }
    return std::move(last->data);
}

void Autosave::begin()
{
    Status marked = makeFolders(m_options.folder);
    if (marked) {
        marked = writeFileAtomically(mark(), std::to_string(::getpid()) + "\n");
    }
    if (!marked) {
        Q_EMIT failed(QString::fromStdString(describe(marked.error())));
    }
    m_timer.start();
}

void Autosave::changed()
{
    if (m_timer.isActive() && !m_soon.isActive()) { // the first change counts
        m_soon.start();
    }
}

void Autosave::finish()
{
    m_timer.stop();
    m_soon.stop();
    if (const Status status = saveWorkspace(m_snapshot(), file()); !status) {
        Q_EMIT failed(QString::fromStdString(describe(status.error())));
    }
    std::error_code ignored;
    fs::remove(mark(), ignored);
}

void Autosave::save()
{
    WorkspaceData data = m_snapshot();
    if (m_isSaving || m_last == data) {
        return;
    }
    m_isSaving = true;
    m_last = data;
    m_jobs.run(
        tr("Save the workspace"),
        [data = std::move(data), path = file()](const std::stop_token&, const Progress&) {
            return saveWorkspace(data, path);
        },
        this,
        [this](const Status& status) {
            m_isSaving = false;
            if (status) {
                Q_EMIT saved();
            } else {
                m_last.reset();
                Q_EMIT failed(QString::fromStdString(describe(status.error())));
            }
        });
}

} // namespace soak::ui
