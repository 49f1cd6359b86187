// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/verify_window.h"

#include "core/release/bundle_layout.h"
#include "core/release/bundle_readme.h"
#include "core/release/verify_bundle.h"
#include "core/report/command_text.h"
#include "ui/release/banner.h"
#include "ui/release/cells_table.h"
#include "ui/release/path_field.h"
#include "ui/release/release_words.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr QSize kSize{980, 640};
constexpr int kByHandLines = 3;

QString pathQString(const fs::path& path)
{
    return QFile::decodeName(path.c_str());
}

// With nothing of ours.
QString byHand(const std::optional<fs::path>& signers)
{
    const std::string list = signers ? shellWord(pathText(*signers)) : "allowed_signers";
    return QStringLiteral("sha256sum -c SHA256SUMS\nssh-keygen -Y verify -f ") + toQString(list) +
           QStringLiteral(" -I NAME -n ") + toQString(kSignatureNamespace) +
           QStringLiteral(" -s attestation.json.sig < attestation.json");
}

} // namespace

bool looksLikeBundle(const QString& path)
{
    return path.endsWith(toQString(kArchiveSuffix)) ||
           QFileInfo::exists(path + QLatin1Char('/') + toQString(kAttestationFile));
}

VerifyWindow::VerifyWindow(const ViewContext& context, const QString& bundle, QWidget* parent)
    : QDialog(parent), m_context(context)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Verify a bundle"));
    setAccessibleName(tr("Verify a bundle"));
    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    resize(kSize);
    build();
    if (!bundle.isEmpty()) {
        verify(bundle);
    }
}

VerifyWindow::~VerifyWindow()
{
    m_context.session.jobs().stop(m_job);
}

void VerifyWindow::build()
{
    m_archive = new PathField(PathField::Kind::File, tr("Bundle"), this);
    m_signers = new PathField(PathField::Kind::File, tr("Allowed signers"), this);
    m_banner = new Banner(m_context.theme, this);
    m_checks =
        new CellsTable(m_context.theme, tr("Verification of the bundle"), checkTitles(), 2, this);
    m_byHand = new QPlainTextEdit(this);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    m_byHand->setFont(font);
    m_byHand->setReadOnly(true);
    m_byHand->setTabChangesFocus(true);
    m_byHand->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_byHand->setAccessibleName(tr("By hand, with nothing of ours"));
    m_byHand->setProperty("verbatim", true); // commands are what they are
    m_byHand->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_byHand->setFixedHeight(kByHandLines * QFontMetrics(font).lineSpacing() + 14);
    m_byHand->setPlainText(byHand(std::nullopt));
    m_again = new QPushButton(tr("Verify"), this);
    m_open = new QPushButton(tr("Open in the workbench"), this);
    auto* close = new QPushButton(tr("Close"), this);
    m_again->setToolTip(tr("Read the bundle from disk again and check all of it"));
    m_compare = new QPushButton(this);
    m_open->setToolTip(tr(
        "Open the run of the bundle, read only; an archive is unpacked to a private folder, which "
        "is removed when the run is closed"));
    close->setToolTip(tr("Close this window"));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(5);
    form->addRow(tr("Bundle"), m_archive);
    form->addRow(tr("Allowed signers"), m_signers);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton* button : {m_again, m_open, m_compare, close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_again->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_banner);
    layout->addWidget(m_checks, 1);
    layout->addWidget(inkLabel(m_context.theme, Ink::Muted, tr("By hand, with nothing of ours:")));
    layout->addWidget(m_byHand);
    layout->addLayout(buttons);
    m_banner->setTexts(Meaning::NoData, tr("Choose a bundle, or drop one here"),
                       {tr("The .tar.gz, or its folder.")});
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connectParts();
    enableOpening(false);
}

void VerifyWindow::connectParts()
{
    connect(m_archive, &PathField::changed, this, [this] {
        m_bundle = m_archive->path().value_or(fs::path());
        look();
    });
    connect(m_signers, &PathField::changed, this, [this] {
        m_byHand->setPlainText(byHand(m_signers->path()));
        look();
    });
    connect(m_again, &QPushButton::clicked, this, &VerifyWindow::look);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(false); });
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(true); });
    connect(&m_context.selection, &Selection::primaryChanged, this,
            [this] { enableOpening(m_mayOpen); });
}

void VerifyWindow::verify(const QString& bundle)
{
    m_bundle = fs::path(QFile::encodeName(bundle).toStdString());
    m_archive->setPath(m_bundle);
    look();
}

void VerifyWindow::look()
{
    if (m_bundle.empty()) {
        return;
    }
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_job);
    setWindowTitle(tr("%1: verification").arg(pathQString(m_bundle.filename())));
    m_banner->setTexts(Meaning::NoData, tr("The bundle is being read\u2026"));
    m_checks->setRows({});
    enableOpening(false);
    VerifyBundleOptions options;
    options.allowedSigners = m_signers->path();
    options.scratch = fs::path(QFile::encodeName(QDir::tempPath()).toStdString());
    m_job = jobs.run(
        tr("Verify %1").arg(pathQString(m_bundle.filename())),
        [bundle = m_bundle, options](const std::stop_token& stop, const Progress& progress) {
            return verifyBundle(bundle, options, stop, progress);
        },
        this,
        [this, number = ++m_look](const Result<BundleVerification>& result) {
            if (number != m_look) {
                return; // somebody looks again
            }
            if (result) {
                showResult(*result);
            } else if (result.error().code != Errc::Cancelled) {
                m_banner->setTexts(Meaning::Fail, tr("The bundle cannot be verified"),
                                   {coreText(describe(result.error()))});
            }
        });
}

void VerifyWindow::showResult(const BundleVerification& verification)
{
    const VerificationWords words = wordsOf(verification);
    m_banner->setTexts(words.meaning, words.title, words.lines);
    m_checks->setRows(checkRows(verification));
    const bool isWhole = !hasFailed(verification) || isOnlyUnknownKey(verification);
    m_verification = verification;
    enableOpening(isWhole);
}

// What does not verify is not opened: its figures would be looked at as if they were right.
void VerifyWindow::enableOpening(bool mayOpen)
{
    m_mayOpen = mayOpen;
    m_open->setEnabled(mayOpen);
    const QString mine = m_context.session.nameOf(m_context.selection.primary());
    m_compare->setText(mine.isEmpty() ? tr("Compare with my run")
                                      : tr("Compare with %1").arg(mine));
    m_compare->setEnabled(mayOpen && !mine.isEmpty());
    m_compare->setToolTip(mine.isEmpty()
                              ? tr("Open your own run first")
                              : tr("Open the run of the bundle, and draw it over %1").arg(mine));
}

void VerifyWindow::dragEnterEvent(QDragEnterEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            event->acceptProposedAction();
        }
    }
}

void VerifyWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            verify(url.toLocalFile());
            event->acceptProposedAction();
            return;
        }
    }
}

} // namespace soak::ui
