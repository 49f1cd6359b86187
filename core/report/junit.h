// SPDX-License-Identifier: GPL-3.0-or-later
// Gates as a JUnit test suite: one test case per row of the profile, in its order.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

// A failed hard row is a failure, a hard row without data an error; a soft row that is not met
// passes, with what it says in its system-out. Attribute `name` is the gate id and stays stable.
std::string junitXml(const Judgement& judgement, const ReportContext& context);

} // namespace soak
