// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/pairwise.h"

#include <optional>

namespace soak::ui
{
namespace
{

constexpr std::size_t kOpen = static_cast<std::size_t>(-1); // a factor not decided yet

// Which pairs have not met yet, one flag for each setting a of factor i with b of factor j > i.
class Pairs final
{
public:
    explicit Pairs(const std::vector<std::size_t>& sizes) : m_sizes(sizes), m_offsets(sizes.size())
    {
        std::size_t all = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            m_offsets[i].resize(sizes.size());
            for (std::size_t j = i + 1; j < sizes.size(); ++j) {
                m_offsets[i][j] = all;
                all += sizes[i] * sizes[j];
            }
        }
        m_hasMet.resize(all);
    }

    [[nodiscard]] bool isNew(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const
    {
        return i != j && !m_hasMet[at(i, a, j, b)];
    }

    void meet(const PairwiseCase& one)
    {
        for (std::size_t i = 0; i < one.size(); ++i) {
            for (std::size_t j = i + 1; j < one.size(); ++j) {
                m_hasMet[at(i, one[i], j, one[j])] = true;
            }
        }
    }

    // A case with the first pair that has not met, the rest open; nullopt when all have.
    [[nodiscard]] std::optional<PairwiseCase> next() const
    {
        for (std::size_t i = 0; i < m_sizes.size(); ++i) {
            for (std::size_t j = i + 1; j < m_sizes.size(); ++j) {
                for (std::size_t pair = 0; pair < m_sizes[i] * m_sizes[j]; ++pair) {
                    if (!m_hasMet[m_offsets[i][j] + pair]) {
                        PairwiseCase one(m_sizes.size(), kOpen);
                        one[i] = pair / m_sizes[j];
                        one[j] = pair % m_sizes[j];
                        return one;
                    }
                }
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::size_t at(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const
    {
        return i < j ? m_offsets[i][j] + a * m_sizes[j] + b : m_offsets[j][i] + b * m_sizes[i] + a;
    }

    const std::vector<std::size_t>& m_sizes;
    std::vector<std::vector<std::size_t>> m_offsets;
    std::vector<bool> m_hasMet;
};

// The setting of `factor` that brings the most new pairs with what is decided. Among equals they
// take turns, so that none is only ever the filling.
std::size_t bestSetting(const Pairs& pairs, const PairwiseCase& one, std::size_t factor,
                        std::size_t settings, std::size_t turn)
{
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t k = 0; k < settings; ++k) {
        const std::size_t setting = (k + turn) % settings;
        std::size_t gain = 1; // so that the first one looked at is taken when none gains
        for (std::size_t other = 0; other < one.size(); ++other) {
            gain += one[other] != kOpen && pairs.isNew(factor, setting, other, one[other]) ? 1 : 0;
        }
        if (gain > most) {
            most = gain;
            best = setting;
        }
    }
    return best;
}

} // namespace

std::vector<PairwiseCase> pairwiseCases(const std::vector<std::size_t>& sizes)
{
    Pairs pairs(sizes);
    std::vector<PairwiseCase> cases;
    while (std::optional<PairwiseCase> one = pairs.next()) {
        for (std::size_t factor = 0; factor < sizes.size(); ++factor) {
            if ((*one)[factor] == kOpen) {
                (*one)[factor] = bestSetting(pairs, *one, factor, sizes[factor], cases.size());
            }
        }
        pairs.meet(*one);
        cases.push_back(*std::move(one));
    }
    return cases;
}

} // namespace soak::ui
