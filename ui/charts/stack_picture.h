// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as steps of a picture, painted anew in the size and colours asked for.
#pragma once

#include "ui/charts/recorded_picture.h"
#include "ui/theme/colours.h"

namespace soak::ui
{

class ChartPane;
class ChartStack;
class Theme;

inline constexpr double kPictureFoot = 22; // height of the line under a picture

// One chart with its iterations, filling `size`. Steps paint nothing once the chart is gone.
std::vector<PictureStep> chartSteps(ChartPane& pane, QSizeF size, Tone tone);

// All charts of the column or grid over the lanes, filling `size`.
std::vector<PictureStep> stackSteps(const ChartStack& stack, const Theme& theme, QSizeF size,
                                    Tone tone);

// `line` under a picture of `size`, cut in its middle where it is too long.
PictureStep footStep(const QString& line, QSizeF size, Tone tone);

} // namespace soak::ui
