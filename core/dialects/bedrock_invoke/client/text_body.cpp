#include "core/dialects/bedrock_invoke/client/bodies.h"

#include "core/dialects/bedrock_invoke/client/prompt.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/missing_members.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// How a family names what all have; nullptr: it has no such thing.
struct Names
{
    Family family = {};
    const char *prompt = "prompt";
    const char *maxTokens = "max_tokens";
    const char *topP = "top_p";
    const char *topK = nullptr;
    const char *stop = nullptr;
    const char *config = nullptr; ///< the object that holds all but the prompt
    bool penaltiesAndSeed = false;
};

// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html and the pages below it
constexpr std::array AllNames{
    Names{.family = Family::Titan,
          .prompt = "inputText",
          .maxTokens = "maxTokenCount",
          .topP = "topP",
          .stop = "stopSequences",
          .config = "textGenerationConfig"},
    Names{.family = Family::Llama2, .maxTokens = "max_gen_len"},
    Names{.family = Family::Llama3, .maxTokens = "max_gen_len"},
    Names{.family = Family::Llama4, .maxTokens = "max_gen_len"},
    Names{.family = Family::MistralInstruct, .topK = "top_k", .stop = "stop"},
    Names{.family = Family::Command, .topP = "p", .topK = "k", .stop = "stop_sequences"},
    Names{.family = Family::CommandR,
          .prompt = "message",
          .topP = "p",
          .topK = "k",
          .stop = "stop_sequences",
          .penaltiesAndSeed = true},
    Names{.family = Family::Jurassic, .maxTokens = "maxTokens", .topP = "topP", .stop = "stopSequences"},
    Names{.family = Family::DeepSeekR1, .stop = "stop"},
};

/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "models",         "provider",         "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

class TextBody
{
public:
    explicit TextBody(const BodyInput &input)
        : m_request(input.request)
        , m_input(input)
        , m_names(*std::find_if(AllNames.begin(), AllNames.end(),
                                [&](const Names &each) { return each.family == input.family; }))
    {
    }

    Result<Body> write()
    {
        askForJson();
        const auto dialogue = dialogueOf(m_request.messages, m_notices);
        if (!dialogue)
            return tl::unexpected(dialogue.error());
        if (m_input.family == Family::CommandR)
            setChat(*dialogue);
        else
            m_body.set(m_names.prompt, promptOf(*dialogue, m_input.family));
        setNumbers();
        setStops();
        if (m_names.config && !m_config.isNull())
            m_body.set(m_names.config, m_config);
        if (m_input.family == Family::Command && m_input.options.stream)
            m_body.set("stream", true); // the operation alone does not make it stream
        noticeWhatIsMissing();
        return Body{.json = m_body, .notices = m_notices.all()};
    }

private:
    void askForJson()
    {
        using Kind = chat::ResponseFormat::Kind;
        const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
        if (format.kind == Kind::Text)
            return;
        if (format.kind == Kind::Other)
            return m_notices.dropped(u"response_format"_s,
                                     QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
        m_request.messages.append(chat::Message::make(
            chat::Role::System, jsonInstruction(format.kind == Kind::JsonSchema ? format.schema : Json())));
        m_notices.translated(u"response_format"_s,
                             QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions, too."));
    }

    /// What was said last is the message, and the rest its history.
    void setChat(const Dialogue &dialogue)
    {
        Json history;
        for (qsizetype i = 0; i + 1 < dialogue.turns.size(); ++i) {
            const Turn &turn = dialogue.turns[i];
            history.append(Json(Json::Object{{"role", turn.byModel ? "CHATBOT" : "USER"}, {"message", turn.text}}));
        }
        m_body.set(m_names.prompt, dialogue.turns.isEmpty() ? QString() : dialogue.turns.last().text);
        if (!history.isNull())
            m_body.set("chat_history", history);
        if (!dialogue.instructions.isEmpty())
            m_body.set("preamble", dialogue.instructions);
    }

    void setNumbers()
    {
        if (const auto limit = m_input.options.maxTokens ? m_input.options.maxTokens : m_request.maxTokens)
            set(m_names.maxTokens, *limit);
        if (m_request.temperature)
            set("temperature", *m_request.temperature);
        if (m_request.topP)
            set(m_names.topP, *m_request.topP);
        if (!isNumber(m_request.topK, 0) && m_names.topK)
            set(m_names.topK, *m_request.topK);
        if (!m_names.penaltiesAndSeed)
            return;
        if (m_request.frequencyPenalty)
            set("frequency_penalty", *m_request.frequencyPenalty);
        if (m_request.presencePenalty)
            set("presence_penalty", *m_request.presencePenalty);
        if (m_request.seed)
            set("seed", *m_request.seed);
    }

    void setStops()
    {
        Json stops;
        for (const QString &stop : m_request.stop)
            stops.append(stop);
        if (stops.isNull())
            return;
        if (m_names.stop)
            set(m_names.stop, stops);
        else
            drop("stop", true);
    }

    void set(const char *key, const Json &value) { (m_names.config ? m_config : m_body).set(key, value); }

    void noticeWhatIsMissing()
    {
        drop("tools", !m_request.tools.isEmpty());
        using enum Member;
        constexpr const char *Why = QT_TRANSLATE_NOOP("sb::dialects", "The model's own API has no such parameter.");
        noticeMissing(m_request, {Reasoning, MinP, RepetitionPenalty, Logprobs, TopLogprobs, User}, Why, m_notices);
        if (!m_names.topK)
            noticeMissing(m_request, {TopK}, Why, m_notices);
        if (!m_names.penaltiesAndSeed)
            noticeMissing(m_request, {FrequencyPenalty, PresencePenalty, Seed}, Why, m_notices);
        for (const auto &[key, value] : m_request.extra.members())
            drop(key, says(value) && !isAmong(Handled, key));
        noticeOneAnswer(m_request, m_notices);
    }

    void drop(const QByteArray &key, bool says)
    {
        if (says)
            m_notices.dropped(QString::fromUtf8(key),
                              QT_TRANSLATE_NOOP("sb::dialects", "The model's own API has no such parameter."));
    }

    chat::Request m_request;
    const BodyInput &m_input;
    const Names &m_names;
    Notices m_notices;
    Json m_body = Json::object();
    Json m_config;
};

} // namespace

Result<Body> textBody(const BodyInput &input)
{
    return TextBody(input).write();
}

} // namespace sb::dialects::bedrock
