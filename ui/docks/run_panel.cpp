// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/run_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

namespace soak::ui
{

RunPanel::RunPanel(const ViewContext& context, RunLauncher& launcher, QWidget* parent)
    : QWidget(parent), m_context(context), m_launcher(launcher)
{
    build();
    retranslate();
    buildForm();
    const auto again = [this] { refresh(); };
    connect(&m_launcher, &RunLauncher::optionsKnown, this, &RunPanel::buildForm);
    connect(&m_context.session, &Session::opened, this, again);
    connect(&m_context.session, &Session::changed, this, again);
    connect(&m_context.session, &Session::closed, this, again);
    connect(&m_context.selection, &Selection::primaryChanged, this, again);
    refresh();
}

void RunPanel::build()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_baseLabel = new QLabel(this);
    m_base = new QLineEdit(this);
    m_commandLabel = new QLabel(this);
    m_command = new QLineEdit(this);
    m_start = new QPushButton(this);
    m_stop = new QPushButton(this);
    m_resume = new QPushButton(this);
    m_state = new QLabel(this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_baseLabel->setBuddy(m_base);
    m_commandLabel->setBuddy(m_command);

    auto* side = new QGridLayout;
    side->addWidget(m_baseLabel, 0, 0);
    side->addWidget(m_base, 0, 1, 1, 3);
    side->addWidget(m_commandLabel, 1, 0);
    side->addWidget(m_command, 1, 1, 1, 3);
    side->addWidget(m_start, 2, 1);
    side->addWidget(m_stop, 2, 2);
    side->addWidget(m_resume, 2, 3);
    side->addWidget(m_state, 3, 0, 1, 4);
    side->addWidget(m_progress, 4, 0, 1, 4);
    side->setRowStretch(5, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addLayout(side, 2);
    layout->addWidget(m_scroll, 3);

    connect(m_start, &QPushButton::clicked, this, &RunPanel::start);
    connect(m_stop, &QPushButton::clicked, this, &RunPanel::stop);
    connect(m_resume, &QPushButton::clicked, this, &RunPanel::resume);
    connect(m_base, &QLineEdit::editingFinished, this,
            [this] { Q_EMIT baseChanged(m_base->text()); });
}

void RunPanel::retranslate()
{
    m_baseLabel->setText(tr("&Folder"));
    m_base->setAccessibleName(tr("Folder for runs"));
    m_base->setToolTip(tr("Each run gets a folder of its own in it"));
    m_commandLabel->setText(tr("&Program"));
    m_command->setAccessibleName(tr("Program of engine command"));
    m_command->setPlaceholderText(tr("./bot --venue test (engine command)"));
    m_command->setToolTip(m_command->placeholderText() + QLatin1Char('\n') +
                          tr("Started for each iteration when the engine is `command`"));
    m_start->setText(tr("Start"));
    m_start->setToolTip(tr("Start the run; it goes on when this window is closed (Ctrl+R)"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End the shown run after the file it writes now (Ctrl+.)"));
    m_resume->setText(tr("Resume"));
    m_resume->setToolTip(tr("Go on with the shown run where it ended"));
    for (QPushButton* button : {m_start, m_stop, m_resume}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(button->toolTip());
    }
    m_progress->setAccessibleName(tr("Progress of the run"));
}

void RunPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_progress != nullptr) {
        retranslate();
        buildForm();
        refresh();
    }
}

void RunPanel::setBase(const QString& base)
{
    m_base->setText(base);
}

QString RunPanel::base() const
{
    return m_base->text();
}

QStringList RunPanel::arguments() const
{
    std::vector<RunSetting> settings;
    for (const Field& field : m_fields) {
        const bool isAsked = field.engine.isEmpty() || field.engine == engine();
        settings.push_back({field.name, isAsked ? field.value() : QString()});
    }
    return argumentsOf(m_launcher.options(), settings);
}

QString RunPanel::engine() const
{
    return m_engine == nullptr ? QString() : m_engine->currentData().toString();
}

void RunPanel::takeFocus()
{
    m_base->setFocus(Qt::ShortcutFocusReason);
    m_base->selectAll();
}

void RunPanel::start()
{
    launch(arguments());
}

void RunPanel::startMock()
{
    launch({QStringLiteral("--mock"), QStringLiteral("--auto-tune"), QStringLiteral("--iterations"),
            QStringLiteral("8")});
}

void RunPanel::launch(const QStringList& arguments)
{
    const fs::path base(m_base->text().toStdString());
    QStringList command;
    if (arguments.contains(QStringLiteral("command"))) {
        command = QProcess::splitCommand(m_command->text());
    }
    const Status status = m_launcher.start({arguments, command, RunLauncher::newFolder(base)});
    if (!status) {
        m_context.session.addProblem({tr("The run did not begin"), status.error()});
    }
}

void RunPanel::stop()
{
    if (const OpenRun* open = m_context.primary()) {
        m_launcher.stop(open->folder);
    }
}

void RunPanel::resume()
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        return;
    }
    QStringList command;
    if (open->run->info && open->run->info->engine == "command") {
        command = QProcess::splitCommand(m_command->text());
    }
    const Status status = m_launcher.resume(open->folder, command);
    if (!status) {
        m_context.session.addProblem({tr("The run was not resumed"), status.error()});
    }
}

void RunPanel::refresh()
{
    const OpenRun* open = m_context.primary();
    const bool isLive = open != nullptr && (open->activity == RunActivity::Running ||
                                            open->activity == RunActivity::Stalled);
    m_stop->setEnabled(isLive);
    m_resume->setEnabled(open != nullptr && open->activity == RunActivity::WriterDead);
    m_progress->setVisible(isLive);
    if (isLive && open->run->info) {
        const int planned = open->run->info->iterations;
        const int read = static_cast<int>(open->run->table.rowCount());
        m_progress->setMaximum(planned);
        m_progress->setValue(read);
        m_state->setText(tr("%1: iteration %2 of %3")
                             .arg(m_context.session.nameOf(open->identity))
                             .arg(read)
                             .arg(planned));
    } else {
        m_state->setText(m_launcher.program().isEmpty()
                             ? tr("The program `soak` is not there: it is looked for beside this "
                                  "one and on PATH.")
                             : tr("No run is written now."));
    }
    Q_EMIT stateChanged();
}

} // namespace soak::ui
