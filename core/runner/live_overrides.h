// SPDX-License-Identifier: GPL-3.0-or-later
// D/runtime_overrides.json: the file the bot reads.
#pragma once

#include "core/model/finding.h"
#include "core/model/overrides.h"
#include "core/runner/run_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace soak
{

// The run owns the live file; the bot only reads it. What somebody else wrote into it meanwhile is
// noticed, told as a finding, and replaced (DOMAIN 9, defect 53).
class LiveOverrides final
{
public:
    LiveOverrides(const RunWriter& writer, OverridesForm form) : m_writer(writer), m_form(form) {}

    // On resume: the file may hold `overrides`. Without any such call the first put() asks nothing.
    void accept(const Overrides& overrides);

    // Puts `overrides` in place if they are not, and reads the file back. The finding says that
    // somebody else changed the file since the last put. Errors: NotWritable (also when what is
    // read back differs).
    Result<std::optional<Finding>> put(const Overrides& overrides, int iteration);

private:
    const RunWriter& m_writer;
    OverridesForm m_form;
    std::vector<std::string> m_accepted; // texts the file may have
};

} // namespace soak
