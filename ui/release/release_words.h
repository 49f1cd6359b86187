// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a release in the person's language.
#pragma once

#include "core/release/evidence.h"
#include "core/release/release_steps.h"
#include "ui/release/cells_model.h"

#include <QString>

namespace soak::ui
{

QString stepTitle(ReleaseStep step);      // "Sign and verify"
QString stepStateWord(StepState state);   // "done", "open", "waits"
QString choiceWord(ReleaseChoice choice); // "ship"
QString sentences(const std::vector<std::string>& reasons, const QString& separator);

// A chip and its word.
Cell cellOf(EvidenceState state);
Cell cellOf(const BundleCheck& check);

QString checkTitle(CheckId id); // "Signature"
// What a link leads to, in a word: "chart", "#33", "RUN.json".
QString linkWord(const std::optional<TextLink>& link);

CellRows evidenceRows(const std::vector<EvidenceRow>& evidence);
CellRows checkRows(const BundleVerification& verification);
QStringList checkTitles(); // of the columns of checkRows

// Whether all that failed is that the key is not on the list: no bad signature.
bool isOnlyUnknownKey(const BundleVerification& verification);

// What the verification comes to: meaning, title, lines of a banner.
struct VerificationWords {
    Meaning meaning = Meaning::NoData;
    QString title;
    QStringList lines;
};

VerificationWords wordsOf(const BundleVerification& verification);

} // namespace soak::ui
