// SPDX-License-Identifier: GPL-3.0-or-later
// Prometheus text format 0.0.4 and OpenMetrics 1.0, written so that a family can stand in it only
// once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

enum class MetricType { Gauge, Counter };

enum class ExpositionFormat { Text, OpenMetrics };

using Labels = std::vector<std::pair<std::string, std::string>>; // values unescaped

// Families in the order of their first `add`; samples in the order added. A family without a sample
// is not written: what is not known is not 0.
class Exposition final
{
public:
    // Begins the family `name` (asserted: new, and a counter's ends in _total, as OpenMetrics wants
    // it); samples that follow are its own.
    void family(std::string_view name, MetricType type, std::string_view help);
    // An absent value adds nothing.
    void sample(std::optional<double> value, const Labels& labels = {});

    // OpenMetrics names a family of counters without _total, and ends with `# EOF`.
    [[nodiscard]] std::string text(ExpositionFormat format = ExpositionFormat::Text) const;

private:
    struct Family {
        std::string name;
        MetricType type = MetricType::Gauge;
        std::string help;
        std::string samples;
    };

    std::vector<Family> m_families;
};

} // namespace soak
