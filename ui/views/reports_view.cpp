// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reports_view.h"

#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/views/exporter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_primary.h"
#include "ui/widgets/ink_label.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QThread>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace soak::ui
{
namespace
{

// Qt lays a document out where it is shown, in ever larger steps: what is shown stays short enough.
constexpr qsizetype kMostRows = 60;

QString titleOf(const ReportPage& page, const OpenRun& run)
{
    return reportTitle(page.kind) + QStringLiteral(" \u2013 ") + toQString(runLabel(*run.run));
}

QFont monospaced()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(Theme::textFont().pixelSize());
    return font;
}

} // namespace

ReportsView::ReportsView(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(context.theme, this))
{
    setAccessibleName(tr("Reports"));
    m_empty->setNoRun();
    m_stack->addWidget(m_empty);
    build();
    connect(&context.theme, &Theme::changed, this, &ReportsView::showPage);
    new FollowWhileSeen(context, this, [this] { showRun(); });
}

ReportsView::~ReportsView()
{
    m_rendered->setDocument(nullptr); // m_document goes before its browser
}

QWidget* ReportsView::buildTools()
{
    auto* tools = new QWidget;
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_forms = new QComboBox;
    m_forms->addItems({tr("Rendered"), tr("Source"), tr("JSON")});
    m_forms->setAccessibleName(tr("Form of the report"));
    m_forms->setToolTip(tr("Rendered, the Markdown it is made of, or the JSON for machines"));
    m_export = new QToolButton;
    m_export->setText(tr("&Export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolTip(tr("Write this report to a file"));
    m_export->setFocusPolicy(Qt::StrongFocus);
    m_exports = new QMenu(m_export);
    m_export->setMenu(m_exports);
    m_status = inkLabel(m_context.theme, Ink::Muted);
    m_status->setElideMode(Qt::ElideMiddle);
    layout->addWidget(m_forms);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_export);
    connect(m_forms, qOverload<int>(&QComboBox::currentIndexChanged), this, &ReportsView::showPage);
    return tools;
}

void ReportsView::build()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_kinds = new QTabBar;
    m_kinds->setAccessibleName(tr("Report"));
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    m_kinds->setUsesScrollButtons(true);
    m_kinds->setElideMode(Qt::ElideRight);
    for (std::size_t i = 0; i < kReportKindCount; ++i) {
        m_kinds->addTab(reportTitle(static_cast<ReportKind>(i)));
    }
    layout->addWidget(m_kinds);
    layout->addWidget(buildTools());
    m_rendered = new QTextBrowser;
    m_rendered->setOpenLinks(false);
    m_rendered->setFrameShape(QFrame::NoFrame);
    // One that comes when it is needed changes the width: the document is then laid out once more.
    m_rendered->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_rendered->setAccessibleName(tr("Report, rendered"));
    m_source = new QPlainTextEdit;
    m_source->setReadOnly(true);
    m_source->setFont(monospaced());
    m_source->setFrameShape(QFrame::NoFrame);
    m_source->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_source->setAccessibleName(tr("Report, as text"));
    auto* body = new QWidget(page);
    m_body = new QStackedLayout(body);
    m_body->addWidget(m_rendered);
    m_body->addWidget(m_source);
    layout->addWidget(body, 1);
    m_stack->addWidget(page);
    connect(m_kinds, &QTabBar::currentChanged, this, &ReportsView::showPage);
    connect(m_rendered, &QTextBrowser::anchorClicked, this, &ReportsView::followLink);
}

void ReportsView::showRun()
{
    const OpenRun* run = m_context.primary();
    m_stack->setCurrentIndex(run == nullptr ? 0 : 1);
    if (run == nullptr || run->judgement != m_made) {
        m_pages.clear();
        m_made.reset();
        ++m_wanted; // what is still being made is of another run
        ++m_laidOut;
    }
    // A report is made when somebody looks, not for each iteration of a growing run behind a tab.
    if (run != nullptr && run->judgement != m_made && isVisible()) {
        makeReports();
    }
}

void ReportsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRun();
}

void ReportsView::makeReports()
{
    const OpenRun* run = m_context.primary();
    const int wanted = ++m_wanted;
    m_made = run->judgement;
    m_status->setText(tr("Making the reports\u2026"));
    m_context.session.jobs().run(
        tr("Reports of %1").arg(m_context.session.nameOf(run->identity)),
        [judgement = run->judgement](const std::stop_token&, const Progress&) {
            return makeReportPages(*judgement);
        },
        this,
        [this, wanted](std::vector<ReportPage> pages) {
            if (wanted == m_wanted) {
                m_pages = std::move(pages);
                m_status->clear();
                showPage();
                Q_EMIT reportsMade();
            }
        });
}

const ReportPage* ReportsView::page() const
{
    const auto index = static_cast<std::size_t>(std::max(0, m_kinds->currentIndex()));
    return index < m_pages.size() ? &m_pages[index] : nullptr;
}

void ReportsView::choose(ReportKind kind)
{
    m_kinds->setCurrentIndex(static_cast<int>(kind));
}

void ReportsView::setForm(Form form)
{
    m_forms->setCurrentIndex(static_cast<int>(form));
}

QString ReportsView::shownText() const
{
    return m_body->currentWidget() == m_rendered ? m_rendered->toPlainText()
                                                 : m_source->toPlainText();
}

void ReportsView::showPage()
{
    const ReportPage* shown = page();
    m_export->setEnabled(shown != nullptr);
    if (shown == nullptr) {
        return;
    }
    fillExports(*shown);
    const auto form = static_cast<Form>(m_forms->currentIndex());
    m_body->setCurrentWidget(form == Form::Rendered ? static_cast<QWidget*>(m_rendered) : m_source);
    if (form == Form::Rendered) {
        showRendered(*shown);
        return;
    }
    const std::string& text =
        form == Form::Json || shown->markdown.empty() ? shown->json : shown->markdown;
    m_source->setPlainText(text.empty() ? tr("This report has no JSON form; it is for people only.")
                                        : toQString(text));
}

// Laying out Markdown takes a while for a long run: a job does it, and hands the document over.
void ReportsView::showRendered(const ReportPage& page)
{
    const int wanted = ++m_laidOut;
    QThread* here = thread();
    m_context.session.jobs().run(
        tr("Lay out %1").arg(reportTitle(page.kind)),
        [page, tone = m_context.theme.tone(), here](const std::stop_token&, const Progress&) {
            std::shared_ptr<QTextDocument> document = reportDocument(page, tone, kMostRows);
            // Of no size nothing is laid out; the browser gives it its own once it has it.
            document->setPageSize(QSizeF(0, 0));
            document->moveToThread(here);
            return document;
        },
        this,
        [this, wanted](const std::shared_ptr<QTextDocument>& document) {
            if (wanted == m_laidOut) {
                const std::shared_ptr<QTextDocument> old = std::exchange(m_document, document);
                m_rendered->setDocument(m_document.get());
                Q_EMIT rendered();
            }
        });
}

void ReportsView::fillExports(const ReportPage& page)
{
    m_exports->clear();
    for (const ReportFormat format : formatsOf(page)) {
        m_exports->addAction(tr("%1\u2026").arg(suffixOf(format).toUpper()), this,
                             [this, format] { exportAs(format); });
    }
}

void ReportsView::followLink(const QUrl& url)
{
    bool isNumber = false;
    const int iteration = url.path().toInt(&isNumber);
    if (url.scheme() == QStringLiteral("iteration") && isNumber) {
        Q_EMIT linkActivated({.kind = LinkKind::Iteration, .iteration = iteration});
    }
}

void ReportsView::exportAs(ReportFormat format)
{
    const ReportPage* shown = page();
    if (shown == nullptr) {
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Export %1").arg(reportTitle(shown->kind)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format));
    dialog->selectFile(reportBaseName(shown->kind) + QLatin1Char('.') + suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString& file) { writeTo(format, fs::path(file.toStdString())); });
    dialog->open();
}

void ReportsView::writeTo(ReportFormat format, const fs::path& file)
{
    const ReportPage* shown = page();
    const OpenRun* run = m_context.primary();
    if (shown == nullptr || run == nullptr) {
        return;
    }
    const QString path = toQString(pathText(file));
    const QString title = titleOf(*shown, *run);
    m_status->setText(tr("Writing %1\u2026").arg(path));
    m_context.session.jobs().run(
        tr("Export %1").arg(path),
        [page = *shown, format, title, file,
         time = exportTime(*run->run)](const std::stop_token& stop, const Progress&) -> Status {
            SOAK_TRY(const QByteArray bytes, exportedReport(page, format, title, time, stop));
            return writeFileAtomically(file, bytes.toStdString());
        },
        this,
        [this, path](const Status& done) {
            if (done) {
                m_status->setText(tr("Written: %1").arg(path));
                Q_EMIT written(path);
            } else {
                m_status->setText(tr("Not written: %1").arg(toQString(describe(done.error()))));
                m_context.session.addProblem({tr("Cannot export %1").arg(path), done.error()});
            }
        });
}

void ReportsView::showExports()
{
    if (page() != nullptr) {
        m_export->setFocus();
        m_export->showMenu();
    }
}

void ReportsView::askAndPrint()
{
    const ReportPage* shown = page();
    const OpenRun* run = m_context.primary();
    if (shown == nullptr || run == nullptr) {
        return;
    }
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    const QString title = titleOf(*shown, *run);
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print %1").arg(title));
    connect(dialog, &QDialog::accepted, this, [this, printer, page = *shown, title] {
        m_context.session.jobs().run(
            tr("Print"),
            [printer, page, title](const std::stop_token& stop, const Progress&) {
                return printReport(page, *printer, title, stop);
            },
            this,
            [this](const Status& done) {
                m_status->setText(
                    done ? tr("Printed.")
                         : tr("Not printed: %1").arg(toQString(describe(done.error()))));
            });
    });
    dialog->open();
}

} // namespace soak::ui
