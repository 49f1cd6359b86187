// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a picture that can be recorded.
#pragma once

class QPainter;
class QWidget;

namespace soak::ui
{

// Paints `page` with its children as they are laid out. Of tables, trees and lists the rows and
// columns that are whole, of what is scrolled the parts that are: a painter that records does not
// cut what reaches out of a widget, as the screen does.
void paintPage(QWidget& page, QPainter& painter);

} // namespace soak::ui
