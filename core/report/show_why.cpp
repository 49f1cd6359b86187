// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/show_why.h"

#include "core/base/escape.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"
#include "core/report/show_words.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kWhySchema = "soak-why/1";

Result<std::vector<Sentence>> sentencesOf(const Judgement& judgement, std::optional<int> iteration)
{
    if (!iteration) {
        return explain(judgement);
    }
    std::vector<Sentence> sentences = explainIteration(judgement, *iteration);
    if (sentences.empty()) {
        return noSuchIteration(*judgement.run, *iteration);
    }
    return sentences;
}

Json linkJson(const TextLink& link)
{
    return {{"kind", keyOf(link.kind)},
            {"iteration", link.iteration ? Json(*link.iteration) : Json()},
            {"last_iteration", link.lastIteration ? Json(*link.lastIteration) : Json()},
            {"name", link.name}};
}

Json sentenceJson(const Sentence& sentence)
{
    Json arguments = Json::array();
    for (const Sentence::Argument& argument : sentence.arguments) {
        arguments.push_back({{"text", argument.text},
                             {"is_word", argument.isWord},
                             {"link", argument.link ? linkJson(*argument.link) : Json()}});
    }
    return {{"text", plainText(sentence)},
            {"tone", keyOf(sentence.tone)},
            {"pattern", sentence.pattern},
            {"arguments", std::move(arguments)}};
}

} // namespace

Result<std::string> showWhyText(const Judgement& judgement, std::optional<int> iteration)
{
    SOAK_TRY(const std::vector<Sentence> sentences, sentencesOf(judgement, iteration));
    std::string out;
    for (const Sentence& sentence : sentences) {
        out += escapeTerminal(plainText(sentence)) + "\n";
    }
    return out;
}

Result<std::string> showWhyJson(const Judgement& judgement, std::optional<int> iteration,
                                const ReportContext& context)
{
    SOAK_TRY(const std::vector<Sentence> sentences, sentencesOf(judgement, iteration));
    const SoakRun& run = *judgement.run;
    Json json{{"schema", kWhySchema},
              {"tool_version", context.toolVersion},
              {"timestamp", jsonOrNull(context.timestamp)},
              {"run_id", run.info ? Json(run.info->runId) : Json()},
              {"iteration", iteration ? Json(*iteration) : Json()},
              {"verdict", keyOf(judgement.verdict)},
              {"gates_verdict", keyOf(judgement.gateVerdict)},
              {"why", Json::array()}};
    for (const Sentence& sentence : sentences) {
        json["why"].push_back(sentenceJson(sentence));
    }
    return jsonText(json);
}

} // namespace soak
