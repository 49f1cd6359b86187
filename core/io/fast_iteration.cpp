// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_iteration.h"

#include "core/io/json_keys.h"
#include "core/io/known_text.h"
#include "core/io/overrides_json.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMaxDepth = 64;

// A surrogate that is alone passes this parser, and not the tolerant one; files with any go there.
bool hasSurrogateEscape(std::string_view text)
{
    for (std::size_t at = text.find('\\'); at != std::string_view::npos;
         at = text.find('\\', at + 2)) {
        const std::string_view next = text.substr(at + 1, 2);
        if (next == "ud" || next == "uD") {
            return true;
        }
    }
    return false;
}

} // namespace

class FastIterationParser::Parser final
{
public:
    explicit Parser(const ParameterRegistry& registry) : m_registry(registry)
    {
        m_isUsable = m_parser.allocate(kFastFileLimit, kMaxDepth) == simdjson::SUCCESS;
    }

    void beginBlock() { ++m_block; }

    bool parse(std::string_view text, const std::optional<std::string>& runId, IterationRow& row,
               RowBlock& block)
    {
        if (parseKnownText(text, row, block)) {
            return true;
        }
        if (!m_isUsable || hasSurrogateEscape(text) ||
            m_parser.parse(text.data(), text.size(), false).error() != simdjson::SUCCESS) {
            return false;
        }
        m_tape = {m_parser.doc.tape.get(), m_parser.doc.string_buf.get()};
        m_places = {};
        m_parts = {};
        m_origin = SummaryOrigin::Foreign;
        m_runId = {};
        m_isAllKnown = true;
        constexpr std::size_t kRoot = 1; // after the word of the document
        IterationRow read = row;
        if (m_tape.type(kRoot) != '{' || !findMembers(kRoot, read) || m_places.summary == 0 ||
            !readSummary(read, block) || !readTuning(read) ||
            !readOverrides(m_places.during, m_parts.during) ||
            !readOverrides(m_places.next, m_parts.next) ||
            !readOverrides(m_places.baseline, m_parts.baseline) ||
            !readOverrides(m_places.baselineNext, m_parts.baselineNext)) {
            return false;
        }
        read.isReadable = true;
        read.isOfOtherRun = runId && m_runId != *runId;
        setIds(m_parts, read, block);
        row = read;
        if (m_isAllKnown) {
            learnText(text, row.isOfOtherRun);
        }
        return true;
    }

private:
    bool parseKnownText(std::string_view text, IterationRow& row, RowBlock& block)
    {
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            IterationRow read = row;
            if (m_texts[i]->read(text, read, m_scratch)) {
                setIds(m_texts[i]->parts(), read, block);
                row = read;
                std::swap(m_texts[i], m_texts.front());
                return true;
            }
        }
        return false;
    }

    // Only of a file whose parts all came before: in a run where each is another, no text comes
    // again either.
    void learnText(std::string_view text, bool isOfOtherRun)
    {
        constexpr std::size_t kTextsKept = 4;
        if (m_texts.size() == kTextsKept) {
            m_texts.pop_back();
        }
        m_texts.insert(m_texts.begin(),
                       std::make_unique<KnownText>(text, m_tape, m_places, m_parts, isOfOtherRun));
    }

    void setIds(const KnownParts& parts, IterationRow& row, RowBlock& block) const
    {
        const auto idIn = [this](const auto& part, auto& pool, std::uint32_t& id) {
            if (part) {
                id = part->idIn(pool, m_block);
            }
        };
        idIn(parts.summary, block.notes, row.notes);
        idIn(parts.tuning, block.tuning, row.tuning);
        idIn(parts.during, block.overrides, row.during);
        idIn(parts.next, block.overrides, row.next);
        idIn(parts.baseline, block.overrides, row.baseline);
        idIn(parts.baselineNext, block.overrides, row.baselineNext);
    }

    bool findMembers(std::size_t root, IterationRow& row)
    {
        return forEachMember(m_tape, root, [&](std::string_view key, std::size_t value) {
            if (key == Key::summary) {
                return findObject(value, m_places.summary);
            }
            if (key == Key::tuning) {
                return findObject(value, m_places.tuning);
            }
            if (key == Key::during) {
                return findObject(value, m_places.during);
            }
            if (key == Key::next) {
                return findObject(value, m_places.next);
            }
            if (key == Key::baseline) {
                return findObject(value, m_places.baseline);
            }
            if (key == Key::baselineNext) {
                return findObject(value, m_places.baselineNext);
            }
            return readScalar(key, value, row);
        });
    }

    bool findObject(std::size_t value, std::size_t& place) const
    {
        place = value;
        return m_tape.type(value) == '{';
    }

    bool readScalar(std::string_view key, std::size_t value, IterationRow& row)
    {
        if (key == Key::iteration) {
            m_places.iteration = value;
            return m_tape.type(value) == 'l' && m_tape.integer(value) == row.iteration;
        }
        if (key == Key::runId) {
            m_runId = m_tape.isString(value) ? m_tape.text(value) : std::string_view();
            return m_tape.isString(value);
        }
        if (key == Key::schemaVersion) {
            const bool isOurs = m_tape.isString(value) && !m_tape.text(value).empty();
            m_origin = isOurs ? SummaryOrigin::Ours : SummaryOrigin::Foreign;
            return isOurs;
        }
        if (key == Key::chain) {
            return readChain(value, row);
        }
        // Members that mean something beside a summary, or have members of their own: the tolerant
        // reader's.
        return key != Key::symbol && key != Key::timestamp && !m_tape.isContainer(value);
    }

    bool readChain(std::size_t value, IterationRow& row)
    {
        constexpr std::size_t kWordsOfOneString = 4; // { key value }
        if (m_tape.type(value) != '{' || m_tape.after(value) - value != kWordsOfOneString ||
            m_tape.text(value + 1) != Key::prevSha256 || !m_tape.isString(value + 2)) {
            return false;
        }
        m_places.chain = value + 2;
        row.chainPrevious = parseSha256(m_tape.text(m_places.chain));
        return row.chainPrevious.has_value();
    }

    bool readSummary(IterationRow& row, RowBlock& block)
    {
        m_parts.summary = m_summaries.find([&](const auto& learned) {
            row.metrics = {};
            row.runtimeUtc = std::nullopt;
            return learned.shape.origin() == m_origin &&
                   learned.shape.read(m_tape, m_places.summary, row.metrics, row.runtimeUtc);
        });
        if (m_parts.summary) {
            return true;
        }
        m_isAllKnown = false;
        const auto tree = treeOf(m_tape, m_places.summary);
        if (!tree) {
            return false;
        }
        std::vector<Finding> findings;
        FindingSink sink("", std::nullopt, findings);
        ObjectReader in(*tree, {}, sink);
        const IterationSummary summary = summaryFromJson(in, m_origin);
        if (!findings.empty()) {
            return false;
        }
        row.metrics = summary.metrics;
        row.runtimeUtc = summary.runtimeUtc;
        if (auto shape = SummaryShape::learn(m_tape, m_places.summary, summary, m_origin)) {
            m_parts.summary = m_summaries.add(std::move(*shape), summary.notes);
        } else {
            row.notes = block.notes.intern(summary.notes);
        }
        return true;
    }

    bool readTuning(IterationRow& row)
    {
        const std::size_t at = m_places.tuning;
        if (at == 0) {
            return true;
        }
        m_parts.tuning =
            m_tunings.find([&](const auto& learned) { return learned.shape.matches(m_tape, at); });
        if (!m_parts.tuning) {
            m_isAllKnown = false;
            m_parts.tuning = learnTuning(at);
        }
        return m_parts.tuning &&
               m_parts.tuning->shape.readGuards(
                   [&](std::size_t distance) { return m_tape.number(at + distance); }, row);
    }

    TuningCache::Entry learnTuning(std::size_t at)
    {
        const auto tree = treeOf(m_tape, at);
        if (!tree) {
            return nullptr;
        }
        std::vector<Finding> findings;
        FindingSink sink("", std::nullopt, findings);
        ObjectReader in(*tree, {}, sink);
        TuningStep step = tuningFromJson(in);
        if (!findings.empty() || !unknownParameters(step, m_registry).empty()) {
            return nullptr;
        }
        if (step.guards) {
            step.guards->clock = Millis{0};
            step.guards->frozenUntilIter = std::nullopt;
        }
        return m_tunings.add(shapeOfTuning(at), std::move(step));
    }

    // What the tuner looked at, the clock, and the end of a freeze are other numbers in every
    // iteration.
    TuningShape shapeOfTuning(std::size_t at) const
    {
        TuningShape shape{TapeShape(m_tape, at), std::nullopt, std::nullopt};
        forEachMember(m_tape, at, [&](std::string_view key, std::size_t value) {
            const bool areConditions = key == Key::conditions;
            if (m_tape.type(value) != '{' || (!areConditions && key != Key::guards)) {
                return true;
            }
            forEachMember(m_tape, value, [&](std::string_view inner, std::size_t number) {
                const bool isClock = !areConditions && inner == Key::clockMs;
                const bool isEnd = !areConditions && inner == Key::frozenUntilIter;
                if (m_tape.isNumber(number) && (areConditions || isClock || isEnd)) {
                    shape.shape.freeNumber(m_tape, number);
                    const std::size_t distance = shape.shape.distanceTo(number);
                    shape.clock = isClock ? distance : shape.clock;
                    shape.frozenUntil = isEnd ? distance : shape.frozenUntil;
                }
                return true;
            });
            return true;
        });
        return shape;
    }

    bool readOverrides(std::size_t at, OverridesCache::Entry& part)
    {
        if (at == 0) {
            return true;
        }
        part = m_overrides.find(
            [&](const auto& learned) { return learned.shape.matches(m_tape, at); });
        if (part) {
            return true;
        }
        m_isAllKnown = false;
        const auto tree = treeOf(m_tape, at);
        if (!tree) {
            return false;
        }
        std::vector<Finding> findings;
        FindingSink sink("", std::nullopt, findings);
        Overrides overrides = overridesFromJson(*tree, {}, m_registry, sink);
        if (!findings.empty()) {
            return false;
        }
        part = m_overrides.add(TapeShape(m_tape, at), std::move(overrides));
        return true;
    }

    const ParameterRegistry& m_registry;
    simdjson::dom::parser m_parser;
    bool m_isUsable = false;
    std::uint64_t m_block = 0;
    SummaryCache m_summaries;
    TuningCache m_tunings;
    OverridesCache m_overrides;
    std::vector<std::unique_ptr<KnownText>> m_texts; // the latest first
    std::vector<HoleValue> m_scratch;
    // Of the file at hand:
    Tape m_tape;
    Places m_places;
    KnownParts m_parts;
    SummaryOrigin m_origin = SummaryOrigin::Foreign;
    std::string_view m_runId;
    bool m_isAllKnown = false;
};

FastIterationParser::FastIterationParser(const ParameterRegistry& registry)
    : m_parser(std::make_unique<Parser>(registry))
{
}

FastIterationParser::~FastIterationParser() = default;

void FastIterationParser::beginBlock()
{
    m_parser->beginBlock();
}

bool FastIterationParser::parse(std::string_view text, const std::optional<std::string>& runId,
                                IterationRow& row, RowBlock& block)
{
    return m_parser->parse(text, runId, row, block);
}

} // namespace soak
