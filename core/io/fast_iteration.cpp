// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_iteration.h"

#include "core/io/fast_summary.h"
#include "core/io/json_keys.h"
#include "core/io/overrides_json.h"
#include "core/io/tape_shape.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kShapesKept = 8;
constexpr std::uint32_t kAbsent = IterationRow::kAbsent;

// A value with the shape it was read from, and its id in the block at hand.
template <typename Shape, typename T>
struct Learned {
    Shape shape;
    T value;
    std::uint64_t block = 0;
    std::uint32_t id = kAbsent;
};

// The shapes seen last, the latest first.
template <typename Shape, typename T>
class ShapeCache final
{
public:
    using Entry = Learned<Shape, T>;

    template <typename Test>
    Entry* find(const Test& test)
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (test(*m_entries[i])) {
                std::rotate(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(i),
                            m_entries.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                return m_entries.front().get();
            }
        }
        return nullptr;
    }

    Entry* add(Shape shape, T value)
    {
        if (m_entries.size() == kShapesKept) {
            m_entries.pop_back();
        }
        m_entries.insert(m_entries.begin(),
                         std::make_unique<Entry>(Entry{std::move(shape), std::move(value)}));
        return m_entries.front().get();
    }

private:
    std::vector<std::unique_ptr<Entry>> m_entries;
};

struct TuningShape {
    TapeShape shape;
    std::optional<std::size_t> clock; // distance of guards.clock_ms

    [[nodiscard]] bool matches(const Tape& tape, std::size_t at) const
    {
        return shape.matches(tape, at);
    }
};

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

// Where the members of a file stand on the tape; 0 = absent.
struct Places {
    std::size_t summary = 0;
    std::size_t tuning = 0;
    std::size_t during = 0;
    std::size_t next = 0;
    std::size_t baseline = 0;
    std::size_t baselineNext = 0;
    SummaryOrigin origin = SummaryOrigin::Foreign;
    std::string_view runId;
};

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
        if (!m_isUsable || hasSurrogateEscape(text) ||
            m_parser.parse(text.data(), text.size(), false).error() != simdjson::SUCCESS) {
            return false;
        }
        m_tape = {m_parser.doc.tape.get(), m_parser.doc.string_buf.get()};
        constexpr std::size_t kRoot = 1; // after the word of the document
        Places places;
        IterationRow read = row;
        if (m_tape.type(kRoot) != '{' || !findMembers(kRoot, places, read) || places.summary == 0 ||
            !readSummary(places, read, block) || !readTuning(places.tuning, read, block) ||
            !readOverrides(places.during, read.during, block) ||
            !readOverrides(places.next, read.next, block) ||
            !readOverrides(places.baseline, read.baseline, block) ||
            !readOverrides(places.baselineNext, read.baselineNext, block)) {
            return false;
        }
        read.isReadable = true;
        read.isOfOtherRun = runId && places.runId != *runId;
        row = read;
        return true;
    }

private:
    bool findMembers(std::size_t root, Places& places, IterationRow& row) const
    {
        return forEachMember(m_tape, root, [&](std::string_view key, std::size_t value) {
            if (key == Key::summary) {
                return findObject(value, places.summary);
            }
            if (key == Key::tuning) {
                return findObject(value, places.tuning);
            }
            if (key == Key::during) {
                return findObject(value, places.during);
            }
            if (key == Key::next) {
                return findObject(value, places.next);
            }
            if (key == Key::baseline) {
                return findObject(value, places.baseline);
            }
            if (key == Key::baselineNext) {
                return findObject(value, places.baselineNext);
            }
            return readScalar(key, value, places, row);
        });
    }

    bool findObject(std::size_t value, std::size_t& place) const
    {
        place = value;
        return m_tape.type(value) == '{';
    }

    bool readScalar(std::string_view key, std::size_t value, Places& places,
                    IterationRow& row) const
    {
        if (key == Key::iteration) {
            return m_tape.type(value) == 'l' && m_tape.integer(value) == row.iteration;
        }
        if (key == Key::runId) {
            places.runId = m_tape.isString(value) ? m_tape.text(value) : std::string_view();
            return m_tape.isString(value);
        }
        if (key == Key::schemaVersion) {
            const bool isOurs = m_tape.isString(value) && !m_tape.text(value).empty();
            places.origin = isOurs ? SummaryOrigin::Ours : SummaryOrigin::Foreign;
            return isOurs;
        }
        if (key == Key::chain) {
            return readChain(value, row);
        }
        // Members that mean something beside a summary, or have members of their own: the tolerant
        // reader's.
        return key != Key::symbol && key != Key::timestamp && !m_tape.isContainer(value);
    }

    bool readChain(std::size_t value, IterationRow& row) const
    {
        constexpr std::size_t kWordsOfOneString = 4; // { key value }
        if (m_tape.type(value) != '{' || m_tape.after(value) - value != kWordsOfOneString ||
            m_tape.text(value + 1) != Key::prevSha256 || !m_tape.isString(value + 2)) {
            return false;
        }
        row.chainPrevious = parseSha256(m_tape.text(value + 2));
        return row.chainPrevious.has_value();
    }

    // The value's id in the block's pool.
    template <typename Entry, typename T>
    std::uint32_t idOf(Entry& entry, const T& value, InternedColumn<T>& pool) const
    {
        if (entry.block != m_block) {
            entry.block = m_block;
            entry.id = pool.intern(value);
        }
        return entry.id;
    }

    bool readSummary(const Places& places, IterationRow& row, RowBlock& block)
    {
        auto* entry = m_summaries.find([&](const auto& learned) {
            return learned.shape.origin() == places.origin &&
                   learned.shape.read(m_tape, places.summary, row.metrics, row.runtimeUtc);
        });
        if (entry != nullptr) {
            row.notes = idOf(*entry, entry->value, block.notes);
            return true;
        }
        const auto tree = treeOf(m_tape, places.summary);
        if (!tree) {
            return false;
        }
        std::vector<Finding> findings;
        FindingSink sink("", std::nullopt, findings);
        ObjectReader in(*tree, {}, sink);
        const IterationSummary summary = summaryFromJson(in, places.origin);
        if (!findings.empty()) {
            return false;
        }
        row.metrics = summary.metrics;
        row.runtimeUtc = summary.runtimeUtc;
        row.notes = block.notes.intern(summary.notes);
        if (auto shape = SummaryShape::learn(m_tape, places.summary, summary, places.origin)) {
            m_summaries.add(std::move(*shape), summary.notes);
        }
        return true;
    }

    bool readTuning(std::size_t at, IterationRow& row, RowBlock& block)
    {
        if (at == 0) {
            return true;
        }
        auto* entry =
            m_tunings.find([&](const auto& learned) { return learned.shape.matches(m_tape, at); });
        if (entry == nullptr) {
            entry = learnTuning(at);
        }
        if (entry == nullptr) {
            return false;
        }
        if (entry->shape.clock) {
            row.guardClock = Millis(m_tape.number(at + *entry->shape.clock));
        }
        row.tuning = idOf(*entry, entry->value, block.tuning);
        return true;
    }

    Learned<TuningShape, TuningStep>* learnTuning(std::size_t at)
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
        }
        return m_tunings.add(shapeOfTuning(at), std::move(step));
    }

    // What the tuner looked at, and the clock, are other numbers in every iteration.
    TuningShape shapeOfTuning(std::size_t at) const
    {
        TuningShape shape{TapeShape(m_tape, at), std::nullopt};
        forEachMember(m_tape, at, [&](std::string_view key, std::size_t value) {
            if (m_tape.type(value) != '{') {
                return true;
            }
            forEachMember(m_tape, value, [&](std::string_view inner, std::size_t number) {
                const bool isClock = key == Key::guards && inner == Key::clockMs;
                if (m_tape.isNumber(number) && (isClock || key == Key::conditions)) {
                    shape.shape.freeNumber(m_tape, number);
                    shape.clock = isClock ? shape.shape.distanceTo(number) : shape.clock;
                }
                return true;
            });
            return true;
        });
        return shape;
    }

    bool readOverrides(std::size_t at, std::uint32_t& id, RowBlock& block)
    {
        if (at == 0) {
            return true;
        }
        auto* entry = m_overrides.find(
            [&](const auto& learned) { return learned.shape.matches(m_tape, at); });
        if (entry == nullptr) {
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
            entry = m_overrides.add(TapeShape(m_tape, at), std::move(overrides));
        }
        id = idOf(*entry, entry->value, block.overrides);
        return true;
    }

    const ParameterRegistry& m_registry;
    simdjson::dom::parser m_parser;
    bool m_isUsable = false;
    Tape m_tape;
    std::uint64_t m_block = 0;
    ShapeCache<SummaryShape, IterationNotes> m_summaries;
    ShapeCache<TuningShape, TuningStep> m_tunings;
    ShapeCache<TapeShape, Overrides> m_overrides;
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
