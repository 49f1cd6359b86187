// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>

namespace soak::ui
{
namespace
{

constexpr int kTextPixels = 12;
constexpr int kSmallPixels = 11;

QFont sized(int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    // Qt 6.4 has no styleHints()->colorScheme(): a system palette whose text is lighter than its
    // window is a dark one.
    const QPalette system = QApplication::palette();
    m_systemTone =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness()
            ? Tone::Dark
            : Tone::Light;
    m_tone = m_systemTone;
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply(choice == ThemeChoice::System  ? m_systemTone
          : choice == ThemeChoice::Light ? Tone::Light
                                         : Tone::Dark);
}

void Theme::apply(Tone tone)
{
    m_tone = tone;
    QApplication::setFont(textFont());
    QApplication::setPalette(paletteOf(tone));
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        application->setStyleSheet(styleSheetOf(tone));
    }
    Q_EMIT changed();
}

QFont Theme::textFont()
{
    return sized(kTextPixels);
}

QFont Theme::smallFont()
{
    return sized(kSmallPixels);
}

QFont Theme::strongFont()
{
    return sized(kTextPixels, QFont::Bold);
}

QFont Theme::numberFont()
{
    return sized(kTextPixels);
}

QPalette paletteOf(Tone tone)
{
    const auto colour = [tone](Ink ink) { return colourOf(tone, ink); };
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Ink::Window));
    palette.setColor(QPalette::WindowText, colour(Ink::Text));
    palette.setColor(QPalette::Base, colour(Ink::Panel));
    palette.setColor(QPalette::AlternateBase, colour(Ink::Window));
    palette.setColor(QPalette::Text, colour(Ink::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Ink::Muted));
    palette.setColor(QPalette::Button, colour(Ink::Panel));
    palette.setColor(QPalette::ButtonText, colour(Ink::Text));
    palette.setColor(QPalette::BrightText, colour(Ink::OnAccent));
    palette.setColor(QPalette::ToolTipBase, colour(Ink::Panel));
    palette.setColor(QPalette::ToolTipText, colour(Ink::Text));
    palette.setColor(QPalette::Link, colour(Ink::Accent));
    palette.setColor(QPalette::LinkVisited, colour(Ink::Accent));
    palette.setColor(QPalette::Highlight, colour(Ink::SelectionRow));
    palette.setColor(QPalette::HighlightedText, colour(Ink::Text));
    palette.setColor(QPalette::Light, colour(Ink::Panel));
    palette.setColor(QPalette::Midlight, colour(Ink::Border));
    palette.setColor(QPalette::Mid, colour(Ink::Border));
    palette.setColor(QPalette::Dark, colour(Ink::Border));
    palette.setColor(QPalette::Shadow, colour(Ink::Border));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colour(Ink::Muted));
    }
    return palette;
}

QString styleSheetOf(Tone tone)
{
    const auto name = [tone](Ink ink) { return colourOf(tone, ink).name(); };
    return QStringLiteral(
               "QTabBar::tab { padding: 6px 6px; border: 0; border-bottom: 2px solid transparent; "
               "background: transparent; }"
               "QTabBar::tab:selected { border-bottom-color: %1; font-weight: bold; }"
               "QTabBar[idle=\"true\"]::tab:selected { border-bottom-color: transparent; "
               "font-weight: normal; }"
               "QTabBar::tab:focus { color: %1; }"
               "QTabWidget::pane { border: 0; border-top: 1px solid %2; }"
               "QMainWindow::separator { width: 4px; height: 4px; background: %3; }"
               "QToolTip { border: 1px solid %2; padding: 4px; }"
               "QDockWidget::title { padding: 4px 8px; }"
               "QHeaderView { background: transparent; }"
               "QHeaderView::section { border: 0; background: transparent; color: %5; "
               "padding: 2px 4px; }"
               "QToolBar { border: 0; border-bottom: 1px solid %2; spacing: 6px; padding: 5px; }"
               "QToolBar QToolButton { border: 1px solid %2; border-radius: 4px; "
               "background: %4; padding: 4px 8px; }"
               "QToolBar QToolButton:hover, QToolBar QToolButton:focus { border-color: %1; }"
               "QToolBar QToolButton:checked { background: %6; }"
               "QScrollBar:vertical { width: 10px; border: 0; background: transparent; }"
               "QScrollBar:horizontal { height: 10px; border: 0; background: transparent; }"
               "QScrollBar::handle { background: %7; border-radius: 3px; margin: 2px; }"
               "QScrollBar::handle:vertical { min-height: 28px; }"
               "QScrollBar::handle:horizontal { min-width: 28px; }"
               "QScrollBar::handle:hover { background: %5; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
               "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
               "QStatusBar::item { border: 0; }"
               "QLineEdit { border: 1px solid %2; border-radius: 3px; padding: 3px 6px; "
               "background: %4; }"
               "QLineEdit:focus { border-color: %1; }"
               "QListWidget#commands { border: 1px solid %1; background: %4; }")
        .arg(name(Ink::Accent), name(Ink::Border), name(Ink::Window), name(Ink::Panel),
             name(Ink::Muted), name(Ink::SelectionRow), name(Ink::Waterfall));
}

} // namespace soak::ui
