// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/run_query.h"

#include "core/base/text.h"
#include "core/history/query_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace soak
{

namespace
{

using Kind = QueryPart::Kind;
using Op = QueryPart::Op;

constexpr EpochMs kHourMs = 3'600'000;
constexpr EpochMs kDayMs = 24 * kHourMs;

struct Word {
    std::size_t position = 0; // of `text` in the query, without quotes and `-`
    std::size_t end = 0;
    std::string text;
    bool isQuoted = false;
    bool isNegated = false;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class QueryParser final
{
public:
    explicit QueryParser(std::string_view text) : m_text(text) {}

    ParsedQuery parse()
    {
        while (!m_problem) {
            const auto word = nextWord();
            if (!word || m_problem) {
                break;
            }
            if (auto part = partOf(*word)) {
                part->isNegated = word->isNegated;
                m_query.parts.push_back(std::move(*part));
            }
        }
        return {std::move(m_query), std::move(m_problem)};
    }

private:
    std::nullopt_t fail(std::size_t position, std::size_t length, std::string message)
    {
        m_problem = QueryProblem{position, length, std::move(message)};
        return std::nullopt;
    }

    // Up to the next space; a quote anywhere keeps what follows together up to the next one.
    std::optional<Word> nextWord()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at])) {
            ++m_at;
        }
        if (m_at == m_text.size()) {
            return std::nullopt;
        }
        Word word;
        word.isNegated =
            m_text[m_at] == '-' && m_at + 1 < m_text.size() && !isSpace(m_text[m_at + 1]);
        m_at += word.isNegated ? 1 : 0;
        word.position = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at])) {
            if (m_text[m_at] != '"') {
                word.text += m_text[m_at++];
                continue;
            }
            const std::size_t close = m_text.find('"', m_at + 1);
            if (close == std::string_view::npos) {
                return fail(m_at, m_text.size() - m_at, "the quote is not closed");
            }
            word.isQuoted = word.isQuoted || word.text.empty();
            word.text += m_text.substr(m_at + 1, close - m_at - 1);
            m_at = close + 1;
        }
        word.end = m_at;
        return word;
    }

    std::optional<QueryPart> partOf(const Word& word)
    {
        if (!word.isQuoted) {
            const std::size_t mark = word.text.find_first_of(":<>=");
            if (mark != std::string::npos && mark > 0) {
                return word.text[mark] == ':' ? fieldPart(word, mark) : comparison(word, mark);
            }
            if (mark == 0) {
                return fail(word.position, 1, "a comparison begins with what is compared: p95<340");
            }
        }
        QueryPart part;
        part.text = toLower(word.text);
        return part;
    }

    std::optional<QueryPart> fieldPart(const Word& word, std::size_t mark)
    {
        const std::string name = toLower(std::string_view(word.text).substr(0, mark));
        const auto kind = fieldNamed(name);
        if (!kind) {
            return fail(word.position, mark,
                        "no field '" + name +
                            "'; there are verdict, is, tag, engine, scenario, param, state, since, "
                            "until");
        }
        QueryPart part;
        part.kind = *kind;
        part.text = toLower(std::string_view(word.text).substr(mark + 1));
        const std::size_t at = word.position + mark + 1;
        const std::size_t length = word.end > at ? word.end - at : 0;
        if (part.text.empty()) {
            return fail(at, length, "'" + name + ":' needs a word after it");
        }
        if (part.kind == Kind::Param) {
            return parameterPart(word, at, std::move(part));
        }
        if (part.kind == Kind::Verdict && !isVerdictWord(part.text)) {
            return fail(at, length, "a verdict is pass, warn, fail, partial or unreadable");
        }
        if (part.kind == Kind::Activity && !isActivityWord(part.text)) {
            return fail(at, length, "a run is finished, running, stalled, writer_dead or vanished");
        }
        if ((part.kind == Kind::Since || part.kind == Kind::Until) && !readTime(part)) {
            return fail(at, length, "a time is 12h, 7d, 2w, a day as 2026-01-31, or a time of it");
        }
        return part;
    }

    // `part.text` is "name<number"; it begins at `at`.
    std::optional<QueryPart> parameterPart(const Word& word, std::size_t at, QueryPart part)
    {
        const std::size_t mark = part.text.find_first_of("<>=");
        const auto name = parameterNamed(std::string_view(part.text).substr(0, mark));
        const std::size_t length = word.end > at ? word.end - at : 0;
        if (mark == std::string::npos) {
            return fail(at, length, "a parameter is compared: param:impact_cap_ratio<0.09");
        }
        if (!name) {
            return fail(at, std::min(mark, length),
                        "no parameter is called so; `soak config parameters` lists them");
        }
        part.text = *name;
        return readComparison(word, word.text.find(':') + 1 + mark, std::move(part));
    }

    static bool readTime(QueryPart& part)
    {
        const char unit = part.text.back();
        const auto count =
            parseInteger(std::string_view(part.text).substr(0, part.text.size() - 1));
        constexpr std::int64_t kMostUnits = 100'000;
        if (count && *count >= 0 && *count <= kMostUnits &&
            (unit == 'h' || unit == 'd' || unit == 'w')) {
            const EpochMs scale = unit == 'h' ? kHourMs : unit == 'd' ? kDayMs : 7 * kDayMs;
            part.ageMs = *count * scale;
            return true;
        }
        std::string stamp = part.text; // lower case, as every text here
        std::replace(stamp.begin(), stamp.end(), 't', 'T');
        std::replace(stamp.begin(), stamp.end(), 'z', 'Z');
        part.time = parseUtc(stamp);
        if (!part.time) {
            part.time = parseUtc(stamp + "T00:00:00Z");
        }
        return part.time.has_value();
    }

    std::optional<QueryPart> comparison(const Word& word, std::size_t mark)
    {
        const std::string name = toLower(std::string_view(word.text).substr(0, mark));
        const auto quantity = quantityNamed(name);
        if (!quantity) {
            return fail(word.position, mark,
                        "nothing named '" + name +
                            "' to compare; there are p95, maker, risk, net, iterations, problems");
        }
        QueryPart part;
        part.kind = quantity->kind;
        part.goal = quantity->goal;
        return readComparison(word, mark, std::move(part));
    }

    // The sign at `mark` and the number after it.
    std::optional<QueryPart> readComparison(const Word& word, std::size_t mark, QueryPart part)
    {
        const bool isOrEqual = mark + 1 < word.text.size() && word.text[mark + 1] == '=';
        const char sign = word.text[mark];
        part.op = sign == '<'   ? (isOrEqual ? Op::AtMost : Op::Less)
                  : sign == '>' ? (isOrEqual ? Op::AtLeast : Op::More)
                                : Op::Equal;
        const std::size_t skip = mark + (isOrEqual ? 2 : 1);
        const auto number = parseNumber(std::string_view(word.text).substr(skip));
        const std::size_t at = word.position + skip;
        if (!number) {
            return fail(at, word.end > at ? word.end - at : 0,
                        "a number belongs here, as 340 or 0.83");
        }
        part.number = *number;
        return part;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    RunQuery m_query;
    std::optional<QueryProblem> m_problem;
};

// nullopt: not known.
std::optional<bool> compared(std::optional<double> value, Op op, double number)
{
    if (!value) {
        return std::nullopt;
    }
    switch (op) {
    case Op::Less:
        return *value < number;
    case Op::AtMost:
        return *value <= number;
    case Op::More:
        return *value > number;
    case Op::AtLeast:
        return *value >= number;
    case Op::Equal:
        return *value == number;
    }
    return std::nullopt;
}

std::optional<bool> hasVerdict(const RunRow& row, const std::string& word)
{
    if (word == "unreadable") {
        return !row.whyUnreadable.empty();
    }
    const std::size_t read = row.figures ? row.figures->iterationsRead : row.files;
    if (word == "partial") {
        return row.planned && read < static_cast<std::size_t>(std::max(*row.planned, 0));
    }
    return row.figures ? std::optional(toLower(keyOf(row.figures->verdict)) == word) : std::nullopt;
}

std::optional<bool> parameterHolds(const RunRow& row, const QueryPart& part)
{
    if (!row.figures) {
        return std::nullopt;
    }
    const auto found = row.figures->parameters.find(part.text);
    return found == row.figures->parameters.end()
               ? std::nullopt
               : compared(found->second.amount, part.op, part.number);
}

std::optional<bool> hasState(const RunRow& row, const std::string& hash)
{
    return row.figures && !row.figures->stateHash.empty()
               ? std::optional(row.figures->stateHash.starts_with(hash))
               : std::nullopt;
}

std::optional<bool> isWithin(const RunRow& row, const QueryPart& part, EpochMs now)
{
    if (!row.startedMs) {
        return std::nullopt;
    }
    const EpochMs moment = part.time.value_or(now - part.ageMs.value_or(0));
    return part.kind == Kind::Since ? *row.startedMs >= moment : *row.startedMs < moment;
}

bool containsText(const RunRow& row, const std::string& text)
{
    const std::array fields{&row.name, &row.runId, &row.folder};
    return std::any_of(fields.begin(), fields.end(), [&text](const std::string* field) {
        return toLower(*field).find(text) != std::string::npos;
    });
}

std::optional<bool> holds(const QueryPart& part, const RunRow& row, EpochMs now)
{
    switch (part.kind) {
    case Kind::Goal:
        return compared(row.figures ? row.figures->values[part.goal] : std::nullopt, part.op,
                        part.number);
    case Kind::Iterations:
        return compared(static_cast<double>(row.figures ? row.figures->iterationsRead : row.files),
                        part.op, part.number);
    case Kind::Problems:
        return compared(row.figures ? std::optional(static_cast<double>(row.figures->problems))
                                    : std::nullopt,
                        part.op, part.number);
    case Kind::Verdict:
        return hasVerdict(row, part.text);
    case Kind::Activity:
        return keyOf(row.activity.activity) == part.text;
    case Kind::Tag:
        return std::any_of(row.tags.begin(), row.tags.end(),
                           [&part](const std::string& tag) { return toLower(tag) == part.text; });
    case Kind::Engine:
        return toLower(row.engine) == part.text;
    case Kind::Scenario:
        return toLower(row.scenario) == part.text;
    case Kind::Param:
        return parameterHolds(row, part);
    case Kind::State:
        return hasState(row, part.text);
    case Kind::Since:
    case Kind::Until:
        return isWithin(row, part, now);
    case Kind::Text:
        return containsText(row, part.text);
    }
    return std::nullopt;
}

} // namespace

ParsedQuery parseRunQuery(std::string_view text)
{
    return QueryParser(text).parse();
}

bool matches(const RunQuery& query, const RunRow& row, EpochMs now)
{
    return std::all_of(query.parts.begin(), query.parts.end(), [&](const QueryPart& part) {
        const auto known = holds(part, row, now);
        return known && *known != part.isNegated;
    });
}

bool needsFigures(const RunQuery& query)
{
    return std::any_of(query.parts.begin(), query.parts.end(), [](const QueryPart& part) {
        return part.kind == Kind::Goal || part.kind == Kind::Problems ||
               part.kind == Kind::Iterations || part.kind == Kind::Verdict ||
               part.kind == Kind::Param || part.kind == Kind::State;
    });
}

} // namespace soak
