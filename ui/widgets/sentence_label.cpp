// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentence_label.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QEvent>
#include <QFocusEvent>

namespace soak::ui
{
namespace
{

QString argumentText(const Sentence::Argument& argument)
{
    return argument.isWord ? coreText(argument.text) : localQuantity(argument.text);
}

QString filled(const Sentence& sentence, const std::function<QString(const QString&)>& escape,
               const std::function<QString(std::size_t)>& textOf)
{
    return fillPlaces(coreWord(sentence.pattern), sentence.arguments.size(), escape, textOf);
}

// Which of the links of the sentence argument `index` is.
int linkNumber(const Sentence& sentence, std::size_t index)
{
    int number = 0;
    for (std::size_t i = 0; i < index; ++i) {
        number += sentence.arguments[i].link ? 1 : 0;
    }
    return number;
}

bool isMuted(SentenceTone tone)
{
    return tone == SentenceTone::Plain || tone == SentenceTone::Good;
}

} // namespace

QString sentenceText(const Sentence& sentence)
{
    return filled(
        sentence, [](const QString& text) { return text; },
        [&](std::size_t index) { return argumentText(sentence.arguments[index]); });
}

QString sentenceHtml(const Sentence& sentence, const QColor& link, int firstLink)
{
    return filled(
        sentence, [](const QString& text) { return text.toHtmlEscaped(); },
        [&](std::size_t index) {
            const Sentence::Argument& argument = sentence.arguments[index];
            const QString text = argumentText(argument).toHtmlEscaped();
            if (!argument.link) {
                return text;
            }
            return QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
                .arg(QString::number(firstLink + linkNumber(sentence, index)), link.name(), text);
        });
}

SentenceLabel::SentenceLabel(const Theme& theme, QWidget* parent) : QLabel(parent), m_theme(theme)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &SentenceLabel::render);
    connect(this, &QLabel::linkActivated, this, [this](const QString& href) {
        int number = href.toInt();
        for (const Sentence& sentence : m_sentences) {
            for (const Sentence::Argument& argument : sentence.arguments) {
                if (argument.link && number-- == 0) {
                    const TextLink link = *argument.link;
                    Q_EMIT linkFollowed(link);
                    return;
                }
            }
        }
    });
}

void SentenceLabel::setSentences(std::vector<Sentence> sentences, Weight weight)
{
    m_sentences = std::move(sentences);
    m_weight = weight;
    render();
}

void SentenceLabel::setFlow(Flow flow)
{
    m_flow = flow;
    render();
}

void SentenceLabel::setPrefix(const QString& prefix)
{
    m_prefix = prefix;
    render();
}

QString SentenceLabel::plainText() const
{
    QString text = m_prefix;
    for (const Sentence& sentence : m_sentences) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + sentenceText(sentence);
    }
    return text;
}

// One line: a layout asks for the height at the width it gives, and no window is as high as this
// text would be at its narrowest.
QSize SentenceLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

QSize SentenceLabel::sizeHint() const
{
    if (!m_hint.isValid()) {
        m_hint = QLabel::sizeHint();
    }
    return m_hint;
}

int SentenceLabel::heightForWidth(int width) const
{
    const auto known = m_heights.constFind(width);
    return known != m_heights.constEnd() ? *known
                                         : *m_heights.insert(width, QLabel::heightForWidth(width));
}

// Whatever makes a layout ask again makes the answers new: text, font, margins.
bool SentenceLabel::event(QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FontChange || type == QEvent::StyleChange || type == QEvent::Polish ||
        type == QEvent::ContentsRectChange) {
        m_heights.clear();
        m_hint = {};
    }
    return QLabel::event(event);
}

void SentenceLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        render();
    }
}

void SentenceLabel::focusInEvent(QFocusEvent* event)
{
    QLabel::focusInEvent(event);
    const bool isTab = event->reason() == Qt::TabFocusReason;
    if ((isTab || event->reason() == Qt::BacktabFocusReason) && !hasSelectedText()) {
        QLabel::focusNextPrevChild(isTab);
    }
}

void SentenceLabel::render()
{
    QString html = m_prefix.toHtmlEscaped();
    int links = 0;
    for (const Sentence& sentence : m_sentences) {
        const Ink ink =
            isMuted(sentence.tone) && m_weight == Weight::Normal ? Ink::Muted : Ink::Text;
        html += html.isEmpty() || m_flow == Flow::Lines ? QString() : QStringLiteral(" ");
        html +=
            (m_flow == Flow::Lines ? QStringLiteral("<p style=\"margin:0 0 3px 0;color:%1\">%2</p>")
                                   : QStringLiteral("<span style=\"color:%1\">%2</span>"))
                .arg(m_theme.colour(ink).name(),
                     sentenceHtml(sentence, m_theme.colour(Ink::Accent), links));
        links += linkNumber(sentence, sentence.arguments.size());
    }
    setTextInteractionFlags(links > 0 ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                      : Qt::NoTextInteraction);
    m_heights.clear();
    m_hint = {};
    setText(m_weight == Weight::Strong ? QStringLiteral("<b>%1</b>").arg(html) : html);
    setAccessibleName(plainText());
}

} // namespace soak::ui
