// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_file.h"

#include "core/base/hash.h"
#include "core/io/artifacts.h"
#include "core/report/show_words.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/replay_words.h"

#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

QFont monospaced()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(Theme::smallFont().pixelSize());
    return font;
}

} // namespace

InspectorFile::InspectorFile(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_toggle(new QToolButton), m_text(new QPlainTextEdit),
      m_file(inkLabel(context.theme, Ink::Muted)), m_hash(inkLabel(context.theme, Ink::Muted)),
      m_replayed(new QLabel)
{
    m_toggle->setText(tr("Raw JSON"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setToolTip(tr("The whole text of the file of this iteration"));
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_text->setReadOnly(true);
    m_text->setFont(monospaced());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMinimumHeight(240);
    m_text->setAccessibleName(tr("Raw JSON of the iteration"));
    m_text->setTabChangesFocus(true);
    m_text->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_text);
    layout->addWidget(m_file);
    layout->addWidget(m_hash);
    m_replayed->setWordWrap(true);
    m_replayed->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_replayed);
    m_hash->setElideMode(Qt::ElideMiddle);
    connect(m_toggle, &QToolButton::toggled, this, &InspectorFile::setRawShown);
}

QString InspectorFile::rawText() const
{
    return m_text->toPlainText();
}

void InspectorFile::setRawShown(bool isShown)
{
    m_toggle->setChecked(isShown);
    m_toggle->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_text->setVisible(isShown);
    if (isShown) {
        load();
    }
}

void InspectorFile::setIteration(std::optional<int> iteration)
{
    m_iteration = iteration;
    showProvenance();
    if (!m_text->isHidden()) {
        load();
    }
}

void InspectorFile::load()
{
    const OpenRun* run = m_context.primary();
    const int wanted = ++m_wanted;
    if (run == nullptr || !m_iteration) {
        m_text->clear();
        return;
    }
    const fs::path file = run->folder / summaryFileName(*m_iteration);
    m_context.session.jobs().run(
        tr("Read %1").arg(toQString(summaryFileName(*m_iteration))),
        [file](const std::stop_token&, const Progress&) { return readFile(file); }, this,
        [this, wanted](const Result<std::string>& text) {
            if (wanted == m_wanted) {
                m_text->setPlainText(text ? toQString(*text) : toQString(describe(text.error())));
                Q_EMIT rawLoaded();
            }
        });
}

void InspectorFile::showProvenance()
{
    const OpenRun* run = m_context.primary();
    const std::optional<std::size_t> row =
        run != nullptr && m_iteration ? run->run->table.rowOf(*m_iteration) : std::nullopt;
    m_file->setVisible(row.has_value());
    m_hash->setVisible(row.has_value());
    const QString replayed = row ? replayedDetail(*run->run) : QString();
    m_replayed->setText(replayed);
    m_replayed->setVisible(!replayed.isEmpty());
    m_toggle->setEnabled(run != nullptr && m_iteration.has_value());
    if (!row || *row >= run->run->summaryFiles.size()) {
        return;
    }
    const FileProvenance& file = run->run->summaryFiles[*row];
    m_file->setText(tr("%1 \u00b7 %2 \u00b7 chain %3")
                        .arg(toQString(summaryFileName(*m_iteration)),
                             QLocale().formattedDataSize(static_cast<qint64>(file.size), 1,
                                                         QLocale::DataSizeTraditionalFormat),
                             coreWord(chainText(run->run->chain))));
    m_hash->setText(QStringLiteral("sha256 ") + toQString(hexText(file.sha256)));
}

} // namespace soak::ui
