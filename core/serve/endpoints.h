// SPDX-License-Identifier: GPL-3.0-or-later
// /metrics, /healthz, /readyz. Pure.
#pragma once

#include "core/serve/http_message.h"
#include "core/serve/metrics_page.h"

namespace soak
{

// `page` is null until the run was looked at for the first time. /metrics: the page in the format
// that is asked for; 503 while there is none. /healthz: 200. /readyz: 200 when the run could be
// read and judged, else 503, both with the reason. GET and HEAD only, others 405; other paths 404.
HttpReply replyTo(const HttpRequest& request, const std::shared_ptr<const MetricsPage>& page);

} // namespace soak
