// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/accepted_format.h"

#include "core/base/text.h"

#include <algorithm>

namespace soak
{
namespace
{

constexpr std::string_view kOpenType = "application/openmetrics-text";
constexpr std::string_view kTextType = "text/plain";

// One of the media types of an Accept header.
struct MediaRange {
    std::string type;    // lower case
    std::string version; // empty when not named
    double quality = 1;  // 0 to 1
};

std::string unquoted(std::string_view text)
{
    const bool isQuoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return std::string(isQuoted ? text.substr(1, text.size() - 2) : text);
}

MediaRange rangeOf(std::string_view text)
{
    MediaRange range;
    const std::vector<std::string> parts = split(text, ';');
    range.type = toLower(trim(parts.front()));
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto equals = parts[i].find('=');
        if (equals == std::string::npos) {
            continue;
        }
        const std::string name = toLower(trim(std::string_view(parts[i]).substr(0, equals)));
        const std::string value = unquoted(trim(std::string_view(parts[i]).substr(equals + 1)));
        if (name == "q") {
            range.quality = std::clamp(parseNumber(value).value_or(0), 0.0, 1.0);
        } else if (name == "version") {
            range.version = value;
        }
    }
    return range;
}

} // namespace

ExpositionFormat acceptedFormat(std::string_view accept)
{
    double open = 0;
    double text = 0;
    for (const std::string& part : split(accept, ',')) {
        const MediaRange range = rangeOf(part);
        if (range.type == kOpenType && (range.version.empty() || range.version == "1.0.0")) {
            open = std::max(open, range.quality);
        } else if (range.type == kTextType && (range.version.empty() || range.version == "0.0.4")) {
            text = std::max(text, range.quality);
        }
    }
    return open > 0 && open >= text ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
}

std::string_view contentTypeOf(ExpositionFormat format)
{
    return format == ExpositionFormat::OpenMetrics
               ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
               : "text/plain; version=0.0.4; charset=utf-8";
}

} // namespace soak
