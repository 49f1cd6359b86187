// SPDX-License-Identifier: GPL-3.0-or-later
// What pixels of a picture say of ink and ground.
#pragma once

#include "ui/theme/colours.h"

#include <QColor>
#include <QImage>
#include <QRect>

#include <cstddef>

namespace soak::ui
{

// The colour that most of `rect` has, where it is not near `except`.
QColor groundOf(const QImage& picture, const QRect& rect, const QColor& except = {});

// Whether most of it is light or dark.
Tone toneOf(const QImage& picture);

// The pixel of `rect` that is nearest to `wanted`: smoothed letters and thin lines seldom have the
// whole colour.
QColor nearestTo(const QImage& picture, const QRect& rect, const QColor& wanted);

// 0 = the same, 441 = black and white.
double distance(const QColor& one, const QColor& other);

// How many pixels of `rect` are nearer than `reach` to `wanted`.
std::size_t countNear(const QImage& picture, const QRect& rect, const QColor& wanted, double reach);

} // namespace soak::ui
