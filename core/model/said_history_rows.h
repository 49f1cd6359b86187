// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the table in said_text.cpp that is about the history of runs.
#pragma once

#include "core/model/said_release_rows.h"

namespace soak
{

inline constexpr std::array kSaidOfHistory{
    SaidRow{"there is no history yet; `soak history import` makes it"},
    SaidRow{"the history may only be read"},
    SaidRow{"another program has been writing the history for too long; try again"},
    SaidRow{"the history is damaged ({1}); `soak history rebuild` makes it again from the run "
            "folders",
            "1"},
    SaidRow{"file is not a database"},
    SaidRow{"database disk image is malformed"},
    SaidRow{"the history cannot be opened"},
    SaidRow{"the history cannot be used: {1}"},
    SaidRow{"the history has form {1}, of a newer soak; this one knows forms up to {2}: update "
            "soak"},
    SaidRow{"the connection to the database was lost ({1}); nothing is stored twice when it is "
            "tried again"},
    SaidRow{"the database server has no space left on its disk"},
    SaidRow{"the history may not be changed by this user: {1}"},
    SaidRow{"the database cannot be reached: {1}"},
    SaidRow{"the database refused: {1}"},
    SaidRow{"PostgreSQL's client library is not installed; the package is libpq5"},
    SaidRow{"a tag is one word"},
    SaidRow{"a release is one word"},
    SaidRow{"the run has none that is called so"},
    SaidRow{"{1} has at most {2} bytes of UTF-8 and no control characters", "1"},
    SaidRow{"a tag"},
    SaidRow{"a release"},
    SaidRow{"a note"},
    SaidRow{"who says it"},
    SaidRow{"who decides"},
    SaidRow{"the reason of a decision"},
};

} // namespace soak
