// SPDX-License-Identifier: GPL-3.0-or-later
// audit.jsonl, both dialects (DOMAIN 1.4). For .cpp files of this layer.
#pragma once

#include "core/io/finding_sink.h"
#include "core/model/iteration.h"

#include <optional>
#include <string_view>

namespace soak
{

struct AuditLog {
    BlockCounts blocks;
    std::optional<double> cancelRatio; // of the second dialect, which names the actions
    std::optional<double> replaceRatio;
};

// Lines that are no entry are counted in one BadLine finding.
AuditLog auditFromText(std::string_view text, FindingSink& sink);

} // namespace soak
