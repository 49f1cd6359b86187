// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of bundles that are open: a bundle is verified first, an archive is unpacked to a
// private folder, and what was unpacked goes when its run is closed. GUI thread only; unpacking and
// removing is done by others.
#pragma once

#include "core/release/unpacked_bundle.h"
#include "core/release/verify_bundle.h"
#include "ui/session/session.h"

#include <map>
#include <memory>
#include <optional>

namespace soak::ui
{

class BundleRuns final : public QObject
{
    Q_OBJECT

public:
    enum class Then { Look, Compare }; // with the run that is looked at

    struct Origin {
        QString name; // of the archive, or of the folder
        // As it was when it was opened; nullptr: its run was opened without.
        std::shared_ptr<const BundleVerification> verification;
        bool isCopy = false;
    };

    // `scratch` is where archives are unpacked.
    BundleRuns(Session& session, fs::path scratch, QObject* parent = nullptr);

    // An archive whose run is open is not unpacked again unless it has changed.
    void open(const fs::path& bundle, BundleVerification verification, Then then);
    // nullopt: the run does not lie in a bundle.
    [[nodiscard]] std::optional<Origin> originOf(const OpenRun& run) const;

Q_SIGNALS:
    void ready(const QString& runFolder, BundleRuns::Then then); // to be opened

private:
    struct Kept {
        std::shared_ptr<const UnpackedBundle> files;
        Origin origin;
        fs::path bundle;
        fs::file_time_type changed; // the bundle
        bool isOpen = false;        // its run is, or was
    };

    void letGo();

    Session& m_session;
    fs::path m_scratch;
    std::map<fs::path, Kept> m_kept; // by the folder of the run
};

} // namespace soak::ui
