// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles: verified, then opened to be read.
#include "ui/release/banner.h"
#include "ui/release/release_words.h"
#include "ui/release/verify_window.h"
#include "ui/window/bundle_runs.h"
#include "ui/window/main_window.h"

#include <algorithm>

namespace soak::ui
{

void MainWindow::verifyBundle(const QString& bundle)
{
    auto* shown = new VerifyWindow(m_context, bundle, this);
    connect(shown, &VerifyWindow::openRequested, this, [this, shown](bool isToCompare) {
        m_bundles->open(shown->bundle(), shown->verification(),
                        isToCompare ? BundleRuns::Then::Compare : BundleRuns::Then::Look);
    });
    shown->show();
}

void MainWindow::openBundleRun(const QString& runFolder, bool isToCompare)
{
    const fs::path folder(runFolder.toStdString());
    const auto open = std::ranges::find(m_session.runs(), folder, &OpenRun::folder);
    if (open == m_session.runs().end()) {
        (isToCompare ? m_toCompare : m_expected) << runFolder;
        m_session.open(folder);
    } else if (isToCompare) {
        m_selection.setShown(open->identity, true);
    } else {
        m_selection.setPrimary(open->identity);
    }
}

void MainWindow::showBundle()
{
    const OpenRun* primary = m_context.primary();
    const auto origin = primary == nullptr ? std::nullopt : m_bundles->originOf(*primary);
    if (!origin) {
        m_bundleBanner->setTexts(Meaning::NoData, {});
        return;
    }
    const QString title = tr("From the bundle %1, read only").arg(origin->name);
    if (origin->verification == nullptr) {
        m_bundleBanner->setTexts(Meaning::NoData, title,
                                 {tr("It was opened without being verified.")});
        return;
    }
    const VerificationWords words = wordsOf(*origin->verification);
    m_bundleBanner->setTexts(words.meaning, title, {words.title});
}

} // namespace soak::ui
