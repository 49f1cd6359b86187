// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace soak::ui
{

// A part of the window with a list that can be narrowed: Ctrl+F asks the one that has the focus.
class Filterable
{
public:
    virtual ~Filterable() = default;
    virtual void beginFilter() = 0; // gives the focus to where the person types

protected:
    Filterable() = default;
    Filterable(const Filterable&) = default;
    Filterable& operator=(const Filterable&) = default;
};

} // namespace soak::ui
