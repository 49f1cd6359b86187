// SPDX-License-Identifier: GPL-3.0-or-later
// The reports of the run, rendered, as source, as JSON; and written to a file.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"
#include "ui/views/report_pages.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QPlainTextEdit;
class QStackedLayout;
class QTabBar;
class QTextBrowser;
class QTextDocument;
class QToolButton;
class QUrl;

namespace soak::ui
{

class ElidedLabel;
class EmptyState;

class ReportsView final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Rendered, Source, Json };

    explicit ReportsView(const ViewContext& context, QWidget* parent = nullptr);
    ~ReportsView() override;

    void choose(ReportKind kind);
    void setForm(Form form);

    [[nodiscard]] QString shownText() const; // plain

    // Asks where to, then writes in a job: whole or not at all.
    void exportAs(ReportFormat format);
    void writeTo(ReportFormat format, const fs::path& file);

    void showExports(); // the menu of formats
    void askAndPrint(); // in light colours, with page numbers

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void reportsMade();
    void rendered(); // the chosen report stands
    void written(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildTools();
    void build();
    void showRun();
    void makeReports();
    void showPage();
    void showRendered(const ReportPage& page);
    void fillExports(const ReportPage& page);
    void followLink(const QUrl& url);
    [[nodiscard]] const ReportPage* page() const;

    ViewContext m_context;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QTabBar* m_kinds = nullptr;
    QComboBox* m_forms = nullptr;
    QToolButton* m_export = nullptr;
    QMenu* m_exports = nullptr;
    ElidedLabel* m_status = nullptr;
    QStackedLayout* m_body = nullptr;
    QTextBrowser* m_rendered = nullptr;
    QPlainTextEdit* m_source = nullptr;
    std::shared_ptr<QTextDocument> m_document; // in m_rendered, laid out by a job
    std::vector<ReportPage> m_pages;
    std::shared_ptr<const Judgement> m_made; // of which the pages are
    int m_wanted = 0;                        // number of the newest request for reports
    int m_laidOut = 0;                       // and for a layout
};

} // namespace soak::ui
