// SPDX-License-Identifier: GPL-3.0-or-later
// What of the window can be exported, and under which name.
#pragma once

#include "ui/views/exporter.h"

namespace soak::ui
{

class ChartPane;
class ChartStack;

// One chart. Its table has the run's iterations and this one column.
ExportSubject chartSubject(const ViewContext& context, ChartPane& pane);

// All charts over the lanes; the table has every metric, and the parameters that are drawn.
ExportSubject chartsSubject(const ViewContext& context, ChartStack& stack);

// Any other page as it is laid out now: of a scrolled one, all of it. `name` goes into the file's
// name.
ExportSubject pageSubject(const ViewContext& context, QWidget& page, const QString& title,
                          const QString& name, std::vector<std::string> columns);

} // namespace soak::ui
