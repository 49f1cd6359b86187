// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/query_sql.h"

#include "core/base/text.h"
#include "core/history/run_columns.h"
#include "core/history/sql_text.h"

namespace soak
{

namespace
{

using Kind = QueryPart::Kind;

constexpr std::string_view kNever = "FALSE";

std::string_view signOf(QueryPart::Op op)
{
    switch (op) {
    case QueryPart::Op::Less:
        return "<";
    case QueryPart::Op::AtMost:
        return "<=";
    case QueryPart::Op::More:
        return ">";
    case QueryPart::Op::AtLeast:
        return ">=";
    case QueryPart::Op::Equal:
        break;
    }
    return "=";
}

class ConditionWriter final
{
public:
    ConditionWriter(SqlDialect dialect, EpochMs now) : m_dialect(dialect), m_now(now) {}

    // A value that is not known is NULL, and then so is the condition, negated or not: the row is
    // left out, as matches() leaves it out.
    std::string write(const QueryPart& part)
    {
        // What is stored is UTF-8: other bytes are in none of it, and PostgreSQL takes none.
        const std::string held = isValidUtf8(part.text) ? condition(part) : std::string(kNever);
        return part.isNegated ? "NOT (" + held + ")" : "(" + held + ")";
    }

    std::vector<SqlValue> takeParameters() { return std::move(m_parameters); }

private:
    std::string compared(const std::string& column, const QueryPart& part)
    {
        m_parameters.emplace_back(part.number);
        return column + " " + std::string(signOf(part.op)) + " ?";
    }

    std::string isWord(const std::string& expression, const std::string& word)
    {
        m_parameters.emplace_back(word);
        return loweredSql(m_dialect, expression) + " = ?";
    }

    std::string contains(const std::string& expression, const std::string& text)
    {
        m_parameters.emplace_back(text);
        return containsSql(m_dialect, loweredSql(m_dialect, expression));
    }

    std::string verdict(const std::string& word)
    {
        if (word == "unreadable") {
            return "r.unreadable IS NOT NULL";
        }
        if (word == "partial") {
            return "coalesce(coalesce(r.iterations_read, r.files) < r.iterations_planned, FALSE)";
        }
        return isWord("r.verdict", word);
    }

    std::string moment(const QueryPart& part)
    {
        m_parameters.emplace_back(part.time.value_or(m_now - part.ageMs.value_or(0)));
        return part.kind == Kind::Since ? "r.started_ms >= ?" : "r.started_ms < ?";
    }

    std::string state(const std::string& begin)
    {
        m_parameters.emplace_back(begin);
        return "substr(r.state_sha256, 1, " + std::to_string(begin.size()) + ") = ?";
    }

    std::string condition(const QueryPart& part)
    {
        switch (part.kind) {
        case Kind::Goal:
            return compared("r." + lastNColumn(goalMetrics()[part.goal]), part);
        case Kind::Iterations:
            return compared("coalesce(r.iterations_read, r.files)", part);
        case Kind::Problems:
            return compared("r.problems", part);
        case Kind::Verdict:
            return verdict(part.text);
        case Kind::Activity:
            m_parameters.emplace_back(part.text);
            return "r.state = ?";
        case Kind::Tag:
            return "EXISTS (SELECT 1 FROM tags t WHERE t.lineage = r.lineage AND " +
                   isWord("t.tag", part.text) + ")";
        case Kind::Engine:
            return isWord("coalesce(r.engine, '')", part.text);
        case Kind::Scenario:
            return isWord("coalesce(r.scenario, '')", part.text);
        case Kind::Param:
            return compared("r." + parameterColumn(part.text), part);
        case Kind::State:
            return state(part.text);
        case Kind::Since:
        case Kind::Until:
            return moment(part);
        case Kind::Text:
            return contains("r.name", part.text) + " OR " +
                   contains("coalesce(r.run_id, '')", part.text) + " OR " +
                   contains("r.folder", part.text);
        }
        return std::string(kNever);
    }

    SqlDialect m_dialect;
    EpochMs m_now;
    std::vector<SqlValue> m_parameters;
};

} // namespace

std::vector<SqlCell> SqlCondition::cells() const
{
    std::vector<SqlCell> out;
    for (const SqlValue& value : parameters) {
        out.push_back(std::visit(
            [](const auto& held) -> SqlCell {
                if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::string>) {
                    return std::string_view(held);
                } else {
                    return held;
                }
            },
            value));
    }
    return out;
}

SqlCondition conditionOf(const RunQuery& query, SqlDialect dialect, EpochMs now)
{
    ConditionWriter writer(dialect, now);
    SqlCondition condition{"TRUE", {}};
    for (const QueryPart& part : query.parts) {
        condition.sql += " AND " + writer.write(part);
    }
    condition.parameters = writer.takeParameters();
    return condition;
}

} // namespace soak
