// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated run again without some of its changes: made off the GUI thread by the same call as
// `soak whatif`, into a folder beside the run.
#pragma once

#include "core/analysis/replay_offer.h"
#include "ui/session/session.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace soak::ui
{

class Replays final : public QObject
{
    Q_OBJECT

public:
    struct Wish {
        QString identity;       // of an open run
        int iteration = 0;      // after which the changes were applied
        QString parameter = {}; // "" = all of the changes
    };

    explicit Replays(Session& session, QObject* parent = nullptr);

    // "Replay Without This Change": disabled, and saying why, where it cannot be.
    QAction* addEntry(QMenu& menu, const Wish& wish);
    [[nodiscard]] bool isPossible(const Wish& wish) const;
    void start(const Wish& wish);
    void stop(const QString& key); // as told by `begun`

Q_SIGNALS:
    void begun(const QString& key, const QString& text);
    // `folder` is whole, to be drawn beside the run.
    void made(const QString& key, const QString& folder, const QString& text);
    void ended(const QString& key, const QString& text); // without a whole run; "" = see Problems

private:
    [[nodiscard]] std::optional<ReplayOffer> offerOf(const Wish& wish) const;
    [[nodiscard]] QString textOf(const Wish& wish, const ReplayOffer& offer) const;
    [[nodiscard]] QString whyNot(const OpenRun& run, const ReplayOffer& offer) const;

    Session& m_session;
    QHash<QString, int> m_jobs; // by key
};

} // namespace soak::ui
