// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/known_text.h"

namespace soak
{

std::vector<std::size_t> KnownText::freePlaces(const Places& places, const KnownParts& parts)
{
    std::vector<std::size_t> free;
    const auto addAll = [&free](std::size_t at, const TapeShape& shape) {
        for (const std::size_t distance : shape.freeDistances()) {
            free.push_back(at + distance);
        }
    };
    for (const std::size_t place : {places.iteration, places.chain}) {
        if (place != 0) {
            free.push_back(place);
        }
    }
    addAll(places.summary, parts.summary->shape.shape());
    if (parts.tuning) {
        addAll(places.tuning, parts.tuning->shape.shape);
    }
    std::sort(free.begin(), free.end());
    return free;
}

KnownText::KnownText(std::string_view text, const Tape& tape, const Places& places,
                     KnownParts parts, bool isOfOtherRun)
    : m_shape(text, tape, freePlaces(places, parts)), m_parts(std::move(parts)),
      m_isOfOtherRun(isOfOtherRun)
{
    const std::vector<std::size_t> free = freePlaces(places, m_parts);
    const auto holeAt = [&free](std::size_t place) {
        const auto found = std::lower_bound(free.begin(), free.end(), place);
        return found != free.end() && *found == place
                   ? static_cast<std::size_t>(found - free.begin())
                   : kNone;
    };
    m_iterationHole = holeAt(places.iteration);
    m_chainHole = holeAt(places.chain);
    const auto holesOf = [&](std::size_t at) {
        std::vector<std::size_t> holes;
        for (std::size_t place = at; place < tape.after(at); ++place) {
            holes.push_back(holeAt(place));
        }
        return holes;
    };
    std::vector<bool> isUsed(free.size(), false);
    m_summaryHoles = holesOf(places.summary);
    for (const std::size_t distance : m_parts.summary->shape.usedDistances()) {
        isUsed[m_summaryHoles[distance]] = true;
    }
    if (m_parts.tuning) {
        m_tuningHoles = holesOf(places.tuning);
        const TuningShape& tuning = m_parts.tuning->shape;
        for (const std::optional<std::size_t>& distance : {tuning.clock, tuning.frozenUntil}) {
            if (distance) {
                isUsed[m_tuningHoles[*distance]] = true;
            }
        }
    }
    for (std::size_t hole = 0; hole < free.size(); ++hole) {
        if (!isUsed[hole] && hole != m_iterationHole) {
            m_shape.ignore(hole);
        }
    }
}

bool KnownText::read(std::string_view text, IterationRow& row,
                     std::vector<HoleValue>& scratch) const
{
    if (!m_shape.read(text, scratch) ||
        (m_iterationHole != kNone && scratch[m_iterationHole].number != row.iteration)) {
        return false;
    }
    const bool isAccepted = m_parts.summary->shape.accept(
        [&](std::size_t distance) { return scratch[m_summaryHoles[distance]].number; },
        [&](std::size_t distance) { return scratch[m_summaryHoles[distance]].text; }, row.metrics,
        row.runtimeUtc);
    if (!isAccepted) {
        return false;
    }
    if (m_chainHole != kNone) {
        row.chainPrevious = parseSha256(scratch[m_chainHole].text);
        if (!row.chainPrevious) {
            return false;
        }
    }
    if (m_parts.tuning &&
        !m_parts.tuning->shape.readGuards(
            [&](std::size_t distance) { return scratch[m_tuningHoles[distance]].number; }, row)) {
        return false;
    }
    row.isReadable = true;
    row.isOfOtherRun = m_isOfOtherRun;
    return true;
}

} // namespace soak
