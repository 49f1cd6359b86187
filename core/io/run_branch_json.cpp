// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_branch_json.h"

#include "core/base/hash.h"
#include "core/io/json_keys.h"
#include "core/io/object_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

class BranchReader final
{
public:
    BranchReader(std::size_t index, const ParameterRegistry& registry, const std::string& file)
        : m_path("branches." + std::to_string(index)), m_registry(registry), m_file(file)
    {
    }

    Result<RunBranch> read(const Json& tree)
    {
        std::vector<Finding> ignored;
        FindingSink sink(m_file, std::nullopt, ignored);
        ObjectReader in(tree, {}, sink);
        const auto at = in.integer(Key::at);
        if (!at || *at < 1 || *at > std::numeric_limits<int>::max()) {
            return refuse(Key::at, "names no iteration from 1 up");
        }
        m_branch.at = static_cast<int>(*at);
        if (const Json* set = in.object(Key::set)) {
            for (const auto& [name, value] : set->items()) {
                SOAK_CHECK(readValue(name, value));
            }
        }
        m_branch.without = in.texts(Key::without);
        std::ranges::sort(m_branch.without);
        for (const std::string& name : m_branch.without) {
            if (!m_branch.set.contains(name)) {
                return refuse(Key::without, "names what is not set");
            }
        }
        m_branch.isTunerOff = in.flag(Key::tunerOff).value_or(false);
        m_branch.toolVersion = in.text(Key::toolVersion).value_or("");
        m_branch.sourceSha256 = in.text(Key::sourceSha256).value_or("");
        m_branch.takenSha256 = in.text(Key::takenSha256).value_or("");
        if (!parseSha256(m_branch.sourceSha256) || !parseSha256(m_branch.takenSha256)) {
            return refuse(Key::sourceSha256, "is no SHA-256");
        }
        return std::move(m_branch);
    }

private:
    Error refuse(std::string_view key, std::string why) const
    {
        return {Errc::BadInput, m_path + "." + std::string(key) + " " + std::move(why), m_file};
    }

    Status readValue(const std::string& name, const Json& value)
    {
        const ParameterSpec* spec = m_registry.find(name);
        const auto number = numberOf(value);
        if (spec == nullptr || !number || !isWithinSafe(*spec, *number)) {
            return refuse(Key::set,
                          "has a value that is of no parameter, or outside its safe limits: " +
                              name);
        }
        m_branch.set.insert_or_assign(name, ParamValue{*number});
        return Done{};
    }

    std::string m_path;
    const ParameterRegistry& m_registry;
    const std::string& m_file;
    RunBranch m_branch;
};

} // namespace

Result<RunBranch> branchFromJson(const Json& tree, std::size_t index,
                                 const ParameterRegistry& registry, const std::string& file)
{
    return BranchReader(index, registry, file).read(tree);
}

Json branchJson(const RunBranch& branch)
{
    Json out = Json::object();
    out[Key::at] = branch.at;
    out[Key::set] = Json::object();
    for (const auto& [name, value] : branch.set) {
        out[Key::set][name] = value.amount;
    }
    out[Key::without] = branch.without;
    out[Key::tunerOff] = branch.isTunerOff;
    out[Key::toolVersion] = branch.toolVersion;
    out[Key::sourceSha256] = branch.sourceSha256;
    out[Key::takenSha256] = branch.takenSha256;
    return out;
}

} // namespace soak
