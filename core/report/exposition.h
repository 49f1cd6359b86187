// SPDX-License-Identifier: GPL-3.0-or-later
// Prometheus text format 0.0.4, written so that a family can stand in it only once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

enum class MetricType { Gauge, Counter };

using Labels = std::vector<std::pair<std::string, std::string>>; // values unescaped

// Families in the order of their first `add`; samples in the order added. A family without a sample
// is not written: what is not known is not 0.
class Exposition final
{
public:
    // Begins the family `name` (asserted: new); samples that follow are its own.
    void family(std::string_view name, MetricType type, std::string_view help);
    // An absent value adds nothing.
    void sample(std::optional<double> value, const Labels& labels = {});

    [[nodiscard]] std::string text() const;

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
