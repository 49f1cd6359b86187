// SPDX-License-Identifier: GPL-3.0-or-later
// The reports of a run as texts and documents, made in jobs: nothing here touches a widget.
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/result.h"
#include "ui/theme/colours.h"

#include <QByteArray>
#include <QString>

#include <limits>
#include <memory>
#include <stop_token>
#include <vector>

class QPagedPaintDevice;
class QTextDocument;

namespace soak::ui
{

enum class ReportKind { Snapshot, Audit, Recommendations, Failures, Deltas, Summary };
inline constexpr std::size_t kReportKindCount = 6;

// One report in the forms that the core makes; "" where it makes none.
struct ReportPage {
    ReportKind kind = ReportKind::Snapshot;
    std::string markdown;
    std::string html;
    std::string json;
    bool operator==(const ReportPage&) const = default;
};

QString reportTitle(ReportKind kind);    // in the person's language
QString reportBaseName(ReportKind kind); // "POST_SOAK_AUDIT"

// All of them, in the order of ReportKind; pure, may take a second for a long run.
std::vector<ReportPage> makeReportPages(const Judgement& judgement);

enum class ReportFormat { Markdown, Html, Pdf, Json };
QString suffixOf(ReportFormat format); // "md"
// Which the page can be exported as: what the core makes, and PDF and HTML of its Markdown.
std::vector<ReportFormat> formatsOf(const ReportPage& page);

// The page laid out for reading in the colours of `tone`; what is only JSON as a table. Numbers of
// iterations become links "iteration:12". Of a part of the JSON no more than `mostRows` lines.
std::unique_ptr<QTextDocument>
reportDocument(const ReportPage& page, Tone tone,
               qsizetype mostRows = std::numeric_limits<qsizetype>::max());

// The bytes of an export. PDF: A4, light, with page numbers and `title` at the foot, made at `time`
// (absent: now). Stops between pages: Cancelled. Errors: Usage for a format that the page has not.
Result<QByteArray> exportedReport(const ReportPage& page, ReportFormat format, const QString& title,
                                  const std::optional<EpochMs>& time, const std::stop_token& stop);

// The page on `device`, as the PDF. Errors: Cancelled.
Status printReport(const ReportPage& page, QPagedPaintDevice& device, const QString& title,
                   const std::stop_token& stop);

} // namespace soak::ui
