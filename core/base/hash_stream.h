// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"

#include <memory>
#include <string_view>

namespace soak
{

// The hash of bytes that come in pieces.
class Sha256Stream final
{
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream&) = delete;
    Sha256Stream& operator=(const Sha256Stream&) = delete;

    void add(std::string_view bytes);
    Sha256 finish(); // once; nothing can be added afterwards

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace soak
