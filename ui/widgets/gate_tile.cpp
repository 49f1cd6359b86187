// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gate_tile.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/gate_marks.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/sparkline.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace soak::ui
{
namespace
{

constexpr int kValuePixels = 15;
constexpr int kPadding = 6;
constexpr int kIcon = 9;
constexpr int kLeastWidth = 110;
constexpr double kRadius = 3;

QFont valueFont()
{
    QFont font = Theme::strongFont();
    font.setPixelSize(kValuePixels);
    return font;
}

template <typename Label>
Label* passive(Label* label)
{
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->setForegroundRole(QPalette::WindowText); // not the button's
    return label;
}

} // namespace

TextLink linkOf(const Judgement& judgement, const GateResult& result)
{
    TextLink link{.kind = LinkKind::Gate, .name = result.gate.id};
    if (const std::optional<Metric> metric = metricFromKey(result.gate.metric)) {
        const MetricStatistics& statistics = judgement.windowStatistics[indexOf(*metric)];
        const bool wantsMore = result.gate.op == GateOp::AtLeast || result.gate.op == GateOp::Above;
        link.iteration = wantsMore ? statistics.iterationOfMin : statistics.iterationOfMax;
    } else if (!result.brokenBy.empty()) {
        link.iteration = result.brokenBy.front();
    }
    if (link.iteration) {
        link.kind = LinkKind::Iteration;
    }
    return link;
}

GateTile::GateTile(const Theme& theme, Size size, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    build(size);
    connect(&theme, &Theme::changed, this, &GateTile::colour);
}

void GateTile::build(Size size)
{
    m_title = passive(new ElidedLabel(this));
    m_value = passive(new QLabel(this));
    m_target = passive(new ElidedLabel(this));
    m_marks = new WindowMarks(m_theme, this);
    m_value->setFont(valueFont());
    m_value->setTextFormat(Qt::PlainText);
    m_value->setObjectName(QStringLiteral("value"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(2);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addSpacing(kIcon + 2); // the shape of the verdict is painted there
    layout->addLayout(top, 0, 0, 1, 2);
    layout->addWidget(m_value, 1, 0);
    layout->addWidget(m_marks, 1, 1, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_target, 2, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    if (size == Size::Full) {
        m_bar = new MarginBar(m_theme, this);
        m_margin = passive(new ElidedLabel(this));
        m_sparkline = new Sparkline(m_theme, this);
        m_count = passive(new ElidedLabel(this));
        layout->addWidget(m_bar, 3, 0);
        layout->addWidget(m_margin, 3, 1, Qt::AlignRight);
        layout->addWidget(m_sparkline, 4, 0, 1, 2);
        layout->addWidget(m_count, 5, 0, 1, 2);
        m_margin->setMinimumWidth(56);
        m_margin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (ElidedLabel* label : {m_margin, m_count}) {
            label->setFont(Theme::smallFont());
        }
    }
    m_title->setFont(Theme::smallFont());
    m_target->setFont(Theme::smallFont());
    colour();
}

void GateTile::colour()
{
    for (ElidedLabel* label : {m_title, m_target, m_margin, m_count}) {
        if (label != nullptr) {
            label->setInk([this] { return m_theme.colour(Ink::Muted); });
        }
    }
    QPalette text = palette();
    text.setColor(QPalette::WindowText, m_theme.colour(Ink::Text));
    m_value->setPalette(text);
    update();
}

void GateTile::setGate(const std::shared_ptr<const Judgement>& judgement, std::size_t gate)
{
    m_judgement = judgement;
    m_gate = gate;
    const GateResult& row = result();
    std::vector<GateInput> inputs = gateInputs(*judgement, row);
    m_title->setText(gateTitleText(row.gate));
    m_value->setText(gateValueText(row));
    m_value->setAccessibleName(m_value->text());
    m_target->setText(gateTargetText(row.gate));
    setText(gateTitleText(row.gate));
    setAccessibleName(gateSpokenText(row, inputs));
    // What the tile elides is in it as well.
    const QString samples = inputs.empty()
                                ? tr("n %1").arg(row.count)
                                : tr("n %1: %2").arg(row.count).arg(gateWindowText(inputs));
    QStringList told{gateSpokenText(row, inputs), samples};
    if (!row.observed) {
        told += coreText(row.why);
    }
    told += tr("Enter: go to the worst iteration. F1: explain the number.");
    setToolTip(told.join(QLatin1Char('\n')));
    if (m_bar != nullptr) {
        m_bar->setResult(row);
        m_margin->setText(gateMarginText(row));
        m_margin->setAccessibleName(tr("margin %1").arg(m_margin->text()));
        const std::optional<Metric> metric = metricFromKey(row.gate.metric);
        m_sparkline->setSeries(metric ? judgement->run : nullptr, metric.value_or(Metric::NetBps),
                               meaningOf(row), judgement->firstWindowRow);
        m_count->setText(samples);
    }
    m_marks->setInputs(std::move(inputs));
    QResizeEvent again(this->size(), this->size());
    resizeEvent(&again);
    update();
}

void GateTile::clear()
{
    m_judgement.reset();
    m_marks->setInputs({});
    if (m_sparkline != nullptr) {
        m_sparkline->setSeries(nullptr, Metric::NetBps, Meaning::NoData, 0);
    }
}

QSize GateTile::sizeHint() const
{
    return {136, layout()->sizeHint().height()};
}

QSize GateTile::minimumSizeHint() const
{
    return {kLeastWidth, layout()->sizeHint().height()};
}

bool GateTile::event(QEvent* event)
{
    // F1 is the window's Help too: the number in focus goes first.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return QAbstractButton::event(event);
}

void GateTile::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_F1:
        Q_EMIT explainRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

// Marks that would run into the number go: their counts are in the tooltip and the spoken text.
void GateTile::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    const int room = width() - 2 * kPadding - m_value->sizeHint().width();
    m_marks->setVisible(m_marks->sizeHint().width() + 2 <= room);
}

void GateTile::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Meaning meaning = m_judgement ? meaningOf(result()) : Meaning::NoData;
    const bool isBad = meaning == Meaning::Fail || meaning == Meaning::Warn;
    const QColor ink = chipColours(m_theme.tone(), meaning).ink;
    QColor border = isBad ? ink : m_theme.colour(Ink::Border);
    if (hasFocus()) {
        border = m_theme.colour(Ink::Accent);
    }
    const double width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(border, width));
    painter.setBrush(m_theme.colour(isDown() || underMouse() ? Ink::SelectionRow : Ink::Panel));
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kRadius,
                            kRadius);
    if (m_judgement) {
        const int y = m_title->geometry().center().y() + 1 - kIcon / 2;
        paintMeaning(painter, QRectF(this->width() - kPadding - kIcon - 1, y, kIcon, kIcon),
                     meaning, ink);
    }
}

} // namespace soak::ui
