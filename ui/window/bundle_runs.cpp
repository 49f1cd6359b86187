// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bundle_runs.h"

#include "ui/session/freed_elsewhere.h"
#include "ui/session/qt_path.h"

#include <algorithm>

namespace soak::ui
{

BundleRuns::BundleRuns(Session& session, fs::path scratch, QObject* parent)
    : QObject(parent), m_session(session), m_scratch(std::move(scratch))
{
    for (const auto signal : {&Session::opened, &Session::changed, &Session::closed}) {
        connect(&m_session, signal, this, &BundleRuns::letGo);
    }
}

void BundleRuns::open(const fs::path& bundle, BundleVerification verification, Then then)
{
    std::error_code error;
    const fs::file_time_type changed = fs::last_write_time(bundle, error);
    for (const auto& [run, kept] : m_kept) {
        if (kept.isOpen && kept.bundle == bundle && kept.changed == changed) {
            Q_EMIT ready(qtPath(run), then);
            return;
        }
    }
    const QString name = qtPath(bundle.filename());
    auto seen = std::make_shared<const BundleVerification>(std::move(verification));
    m_session.jobs().run(
        tr("Unpack %1").arg(name),
        [bundle, scratch = m_scratch](const std::stop_token& stop, const Progress&)
            -> Result<std::shared_ptr<const UnpackedBundle>> {
            SOAK_TRY(UnpackedBundle opened, UnpackedBundle::open(bundle, scratch, stop));
            return freedElsewhere(std::make_shared<const UnpackedBundle>(std::move(opened)));
        },
        this,
        [this, bundle, changed, name, then,
         seen = std::move(seen)](const Result<std::shared_ptr<const UnpackedBundle>>& opened) {
            if (!opened) {
                if (opened.error().code != Errc::Cancelled) {
                    m_session.addProblem({tr("Cannot open %1").arg(name), opened.error()});
                }
                return;
            }
            const fs::path run = (*opened)->run();
            m_kept[run] = {*opened, {name, seen, (*opened)->isCopy()}, bundle, changed, false};
            Q_EMIT ready(qtPath(run), then);
        });
}

std::optional<BundleRuns::Origin> BundleRuns::originOf(const OpenRun& run) const
{
    if (run.bundle.isEmpty()) {
        return std::nullopt;
    }
    const auto kept = m_kept.find(run.folder);
    return kept == m_kept.end() ? Origin{run.bundle, nullptr, false} : kept->second.origin;
}

// What was opened and is open no more. A run that is still being read was never open.
void BundleRuns::letGo()
{
    const auto isOpen = [this](const fs::path& folder) {
        return std::ranges::find(m_session.runs(), folder, &OpenRun::folder) !=
               m_session.runs().end();
    };
    std::erase_if(m_kept,
                  [&](const auto& entry) { return entry.second.isOpen && !isOpen(entry.first); });
    for (auto& [folder, kept] : m_kept) {
        kept.isOpen = kept.isOpen || isOpen(folder);
    }
}

} // namespace soak::ui
