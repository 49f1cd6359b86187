// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/replays.h"

#include "core/runner/branch_run.h"
#include "ui/session/qt_path.h"
#include "ui/theme/numbers.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace soak::ui
{

Replays::Replays(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

std::optional<ReplayOffer> Replays::offerOf(const Wish& wish) const
{
    const OpenRun* open = m_session.find(wish.identity);
    if (open == nullptr) {
        return std::nullopt;
    }
    ReplayOffer offer = replayOffer(*open->run, wish.iteration);
    if (!wish.parameter.isEmpty()) {
        const std::string name = wish.parameter.toStdString();
        const bool isThere = std::ranges::find(offer.parameters, name) != offer.parameters.end();
        offer.parameters = isThere ? std::vector{name} : std::vector<std::string>{};
        if (!isThere && !offer.refusal) {
            offer.refusal = ReplayRefusal::NothingApplied;
        }
    }
    return offer;
}

QString Replays::whyNot(const OpenRun& run, const ReplayOffer& offer) const
{
    if (!run.bundle.isEmpty()) {
        return tr("The run lies in a bundle, which stays as it is.");
    }
    if (!offer.refusal) {
        return {};
    }
    switch (*offer.refusal) {
    case ReplayRefusal::NotSimulated:
        return run.run->info
                   ? tr("Only a run of engine sim can be replayed; this one was measured "
                        "by engine %1.")
                         .arg(toQString(run.run->info->engine))
                   : tr("Only a run of engine sim can be replayed; this one is of another "
                        "tool.");
    case ReplayRefusal::NotWhole:
        return tr("The run is not whole: iterations are missing or were changed.");
    case ReplayRefusal::NothingApplied:
        return tr("No change after #%1 was in force later.").arg(offer.at - 1);
    }
    return {};
}

QString Replays::textOf(const Wish& wish, const ReplayOffer& offer) const
{
    QStringList names;
    for (const std::string& name : offer.parameters) {
        names << toQString(name);
    }
    return tr("%1 without the change of %2 after #%3")
        .arg(m_session.nameOf(wish.identity), names.join(QStringLiteral(", ")))
        .arg(wish.iteration);
}

bool Replays::isPossible(const Wish& wish) const
{
    const auto offer = offerOf(wish);
    return offer && whyNot(*m_session.find(wish.identity), *offer).isEmpty();
}

QAction* Replays::addEntry(QMenu& menu, const Wish& wish)
{
    menu.setToolTipsVisible(true);
    QAction* entry =
        menu.addAction(tr("&Replay Without This Change"), this, [this, wish] { start(wish); });
    const auto offer = offerOf(wish);
    const QString why = offer ? whyNot(*m_session.find(wish.identity), *offer) : QString();
    entry->setEnabled(offer && why.isEmpty());
    entry->setToolTip(!offer ? QString()
                      : why.isEmpty()
                          ? tr("Makes the rest of the run again under the same random numbers: %1")
                                .arg(textOf(wish, *offer))
                          : why);
    return entry;
}

void Replays::start(const Wish& wish)
{
    const auto offer = offerOf(wish);
    if (!offer || !isPossible(wish)) {
        return;
    }
    BranchRequest request;
    request.source = m_session.find(wish.identity)->folder;
    request.at = offer->at;
    request.without = offer->parameters;
    const QString text = textOf(wish, *offer);
    const QString key = wish.identity + QStringLiteral("\n") + text;
    if (m_jobs.contains(key)) {
        return; // it is being made
    }
    m_jobs[key] = m_session.jobs().run(
        tr("Replay %1").arg(text),
        [request](const std::stop_token& stop, const Progress& progress) {
            return branchRun(request, SystemClock(), stop, progress);
        },
        this,
        [this, key, text](const Result<BranchResult>& made) {
            m_jobs.remove(key);
            if (!made && made.error().code != Errc::Cancelled) {
                m_session.addProblem({tr("Cannot replay %1").arg(text), made.error()});
                Q_EMIT ended(key, {});
            } else if (!made) {
                Q_EMIT ended(key, tr("Cancelled: %1").arg(text));
            } else if (made->run.status == RunStatus::Interrupted) {
                Q_EMIT ended(key, tr("Cancelled: %1. What was made is in %2 and can be resumed.")
                                      .arg(text, qtPath(made->run.folder)));
            } else {
                Q_EMIT this->made(key, qtPath(made->run.folder), text);
            }
        });
    Q_EMIT begun(key, tr("Replaying %1").arg(text));
}

void Replays::stop(const QString& key)
{
    if (const auto job = m_jobs.constFind(key); job != m_jobs.constEnd()) {
        m_session.jobs().stop(*job);
    }
}

} // namespace soak::ui
