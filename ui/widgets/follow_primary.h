// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_context.h"

namespace soak::ui
{

// Calls `show` whenever another run is primary, or the primary one is loaded anew or closed;
// for as long as `receiver` lives.
template <typename Show>
void followPrimary(const ViewContext& context, QObject* receiver, Show show)
{
    QObject::connect(&context.selection, &Selection::primaryChanged, receiver, show);
    QObject::connect(&context.session, &Session::closed, receiver, [show] { show(); });
    const auto ifPrimary = [show, selection = &context.selection](const QString& identity) {
        if (identity == selection->primary()) {
            show();
        }
    };
    QObject::connect(&context.session, &Session::opened, receiver, ifPrimary);
    QObject::connect(&context.session, &Session::changed, receiver, ifPrimary);
}

} // namespace soak::ui
