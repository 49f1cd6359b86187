// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_words.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr const char* kContext = "Release";

QString words(const char* english)
{
    return QCoreApplication::translate(kContext, english);
}

constexpr std::array kSteps{
    QT_TRANSLATE_NOOP("Release", "Evidence"),        QT_TRANSLATE_NOOP("Release", "Contents"),
    QT_TRANSLATE_NOOP("Release", "Rollout"),         QT_TRANSLATE_NOOP("Release", "Dry run"),
    QT_TRANSLATE_NOOP("Release", "Sign and verify"), QT_TRANSLATE_NOOP("Release", "Tag")};

constexpr std::array kChecks{QT_TRANSLATE_NOOP("Release", "Structure and names"),
                             QT_TRANSLATE_NOOP("Release", "Archive bytes"),
                             QT_TRANSLATE_NOOP("Release", "Files"),
                             QT_TRANSLATE_NOOP("Release", "Checksums"),
                             QT_TRANSLATE_NOOP("Release", "Manifest"),
                             QT_TRANSLATE_NOOP("Release", "Attestation"),
                             QT_TRANSLATE_NOOP("Release", "Signature"),
                             QT_TRANSLATE_NOOP("Release", "Signer"),
                             QT_TRANSLATE_NOOP("Release", "Chain of the run"),
                             QT_TRANSLATE_NOOP("Release", "Overrides"),
                             QT_TRANSLATE_NOOP("Release", "Gate profile"),
                             QT_TRANSLATE_NOOP("Release", "Figures"),
                             QT_TRANSLATE_NOOP("Release", "Verdict and result"),
                             QT_TRANSLATE_NOOP("Release", "Decision"),
                             QT_TRANSLATE_NOOP("Release", "Documents")};

// "ED25519 key SHA256:… of alice@example" without the words: "SHA256:… · alice@example".
QString signerWords(const std::string& signer)
{
    constexpr std::string_view kOf = " of ";
    const std::size_t hash = signer.find("SHA256:");
    if (hash == std::string::npos) {
        return toQString(signer);
    }
    const std::size_t end = signer.find(' ', hash);
    const std::size_t who = signer.find(kOf, hash);
    QString text = toQString(signer.substr(hash, end == std::string::npos ? end : end - hash));
    if (who != std::string::npos) {
        text += QStringLiteral(" \u00b7 ") + toQString(signer.substr(who + kOf.size()));
    }
    return text;
}

// A percentage is a number and its sign: the sign stays.
QString quantity(const std::string& text)
{
    return text.empty() ? QString() : coreText(localQuantity(text).toStdString());
}

} // namespace

QString stepTitle(ReleaseStep step)
{
    return words(kSteps.at(static_cast<std::size_t>(step)));
}

QString stepStateWord(StepState state)
{
    switch (state) {
    case StepState::Done:
        return words(QT_TRANSLATE_NOOP("Release", "done"));
    case StepState::Blocked:
        return words(QT_TRANSLATE_NOOP("Release", "open"));
    default:
        return words(QT_TRANSLATE_NOOP("Release", "waits"));
    }
}

QString choiceWord(ReleaseChoice choice)
{
    return coreText(keyOf(choice));
}

QString sentences(const std::vector<std::string>& reasons, const QString& separator)
{
    QStringList texts;
    for (const std::string& reason : reasons) {
        texts << coreText(reason);
    }
    return texts.join(separator);
}

Cell cellOf(EvidenceState state)
{
    switch (state) {
    case EvidenceState::Ok:
        return {words(QT_TRANSLATE_NOOP("Release", "ok")), {}, Meaning::Pass};
    case EvidenceState::Blocker:
        return {words(QT_TRANSLATE_NOOP("Release", "blocks")), {}, Meaning::Fail};
    case EvidenceState::Warning:
        return {words(QT_TRANSLATE_NOOP("Release", "warning")), {}, Meaning::Warn};
    default:
        return {words(QT_TRANSLATE_NOOP("Release", "not checked")), {}, Meaning::NoData};
    }
}

Cell cellOf(const BundleCheck& check)
{
    switch (check.state) {
    case CheckState::Ok:
        return {words(QT_TRANSLATE_NOOP("Release", "ok")), {}, Meaning::Pass};
    case CheckState::Failed:
        if (check.id == CheckId::Signer) {
            return {words(QT_TRANSLATE_NOOP("Release", "unknown key")), {}, Meaning::Warn};
        }
        return {words(QT_TRANSLATE_NOOP("Release", "failed")), {}, Meaning::Fail};
    default:
        return {words(QT_TRANSLATE_NOOP("Release", "not checked")), {}, Meaning::Warn};
    }
}

QString checkTitle(CheckId id)
{
    return words(kChecks.at(static_cast<std::size_t>(id)));
}

QString linkWord(const std::optional<TextLink>& link)
{
    if (!link) {
        return {};
    }
    switch (link->kind) {
    case LinkKind::Iteration:
        return link->iteration ? QStringLiteral("#%1").arg(*link->iteration) : QString();
    case LinkKind::Metric:
        return words(QT_TRANSLATE_NOOP("Release", "chart"));
    case LinkKind::Gate:
        return words(QT_TRANSLATE_NOOP("Release", "gates"));
    default:
        return words(QT_TRANSLATE_NOOP("Release", "file"));
    }
}

CellRows evidenceRows(const std::vector<EvidenceRow>& evidence)
{
    CellRows rows;
    for (const EvidenceRow& row : evidence) {
        const QString link = linkWord(row.link);
        const QString tip =
            row.link && row.link->kind == LinkKind::File ? toQString(row.link->name) : QString();
        Cell title{coreText(row.title)};
        title.below = coreText(row.reason);
        rows.push_back({title,
                        {quantity(row.value), {}, std::nullopt, true},
                        {quantity(row.target), {}, std::nullopt, false, true},
                        cellOf(row.state),
                        {link, tip, std::nullopt, false, false, !link.isEmpty()}});
    }
    return rows;
}

QStringList checkTitles()
{
    return {
        words(QT_TRANSLATE_NOOP("Release", "Check")), words(QT_TRANSLATE_NOOP("Release", "State")),
        words(QT_TRANSLATE_NOOP("Release", "Reason")), words(QT_TRANSLATE_NOOP("Release", "File"))};
}

CellRows checkRows(const BundleVerification& verification)
{
    CellRows rows;
    for (const BundleCheck& check : verification.checks) {
        rows.push_back({{checkTitle(check.id), {}, std::nullopt, true},
                        cellOf(check),
                        {coreText(check.reason)},
                        {toQString(check.file), {}, std::nullopt, false, true}});
    }
    return rows;
}

bool isOnlyUnknownKey(const BundleVerification& verification)
{
    return hasFailed(verification) &&
           std::ranges::all_of(verification.checks, [](const BundleCheck& check) {
               return check.state != CheckState::Failed || check.id == CheckId::Signer;
           });
}

VerificationWords wordsOf(const BundleVerification& verification)
{
    const BundleCheck* failure = firstFailure(verification);
    if (failure != nullptr && isOnlyUnknownKey(verification)) {
        return {Meaning::Warn,
                words(QT_TRANSLATE_NOOP("Release", "Signed by a key that is not on your list")),
                {signerWords(verification.signer),
                 words(QT_TRANSLATE_NOOP(
                     "Release", "This is not the same as a bad signature: the bundle is whole. Add "
                                "the key to your list if you know whose it is."))}};
    }
    if (failure != nullptr) {
        const auto count = std::ranges::count_if(verification.checks, [](const BundleCheck& check) {
            return check.state == CheckState::Failed;
        });
        return {Meaning::Fail,
                words(QT_TRANSLATE_NOOP("Release", "Not verified: %1 checks failed")).arg(count),
                {checkTitle(failure->id) + QStringLiteral(": ") + coreText(failure->reason)}};
    }
    const bool isUnchecked = std::ranges::any_of(verification.checks, [](const BundleCheck& check) {
        return check.state == CheckState::NotChecked &&
               (check.id == CheckId::Signature || check.id == CheckId::Signer);
    });
    QStringList lines;
    if (verification.manifest) {
        lines << toQString(verification.manifest->name) + QStringLiteral(" \u00b7 ") +
                     coreWord(keyOf(verification.manifest->result)) + QStringLiteral(" \u00b7 ") +
                     coreWord(verification.manifest->verdict);
    }
    if (!verification.isSigned) {
        lines << words(QT_TRANSLATE_NOOP("Release", "It is not signed: who made it is not known."));
    } else if (isUnchecked) {
        lines << words(QT_TRANSLATE_NOOP(
            "Release", "It is signed; without a list of allowed signers it is not known by whom."));
    } else {
        lines << words(QT_TRANSLATE_NOOP("Release", "Signed: %1"))
                     .arg(signerWords(verification.signer));
    }
    return {isUnchecked ? Meaning::Warn : Meaning::Pass,
            words(QT_TRANSLATE_NOOP("Release", "Verified: the bundle is whole, and its figures "
                                               "follow from the run inside")),
            lines};
}

} // namespace soak::ui
