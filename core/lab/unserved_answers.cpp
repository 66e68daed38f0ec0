#include "core/lab/unserved_answers.h"

#include "core/dialects/event_stream.h"

#include <QtEndian>

#include <utility>

namespace sb::lab {

namespace {

Json made(Json::Object members)
{
    return Json(std::move(members));
}

/// What the three have in common: text as it comes, the rest at the end.
class PlainWriter : public dialects::AnswerEncoder
{
public:
    QByteArray encode(const chat::Event &event) final
    {
        if (const auto *text = std::get_if<chat::TextDelta>(&event))
            return (std::exchange(m_begun, true) ? QByteArray() : begin()) + write(text->text);
        if (const auto *report = std::get_if<chat::UsageReport>(&event))
            m_usage = report->usage;
        if (const auto *finished = std::get_if<chat::Finished>(&event))
            m_finish = finished->reason;
        return {};
    }
    QByteArray finish() final
    {
        if (!m_finish)
            return {};
        return (std::exchange(m_begun, true) ? QByteArray() : begin()) + end(*m_finish, m_usage);
    }

protected:
    [[nodiscard]] virtual QByteArray begin() const { return {}; }
    [[nodiscard]] virtual QByteArray write(const QString &text) const = 0;
    [[nodiscard]] virtual QByteArray end(chat::FinishReason reason, const std::optional<chat::Usage> &usage) const = 0;

private:
    std::optional<chat::Usage> m_usage;
    std::optional<chat::FinishReason> m_finish;
    bool m_begun = false;
};

qint64 counted(const std::optional<qint64> &count)
{
    return count.value_or(0);
}

QByteArray dataFrame(const Json &json)
{
    return "data: " + json.dump() + "\n\n";
}

/// Source: https://platform.openai.com/docs/api-reference/completions
class CompletionsWriter final : public PlainWriter
{
public:
    explicit CompletionsWriter(const QString &model)
        : m_model(model)
    {
    }

protected:
    QByteArray write(const QString &text) const override { return dataFrame(chunk(text, {})); }
    QByteArray end(chat::FinishReason reason, const std::optional<chat::Usage> &usage) const override
    {
        QByteArray out = dataFrame(chunk({}, toWireName(reason)));
        if (usage) {
            Json counts = head();
            counts.set("choices", Json::array());
            counts.set(
                "usage",
                made({{"prompt_tokens", counted(usage->prompt)}, {"completion_tokens", counted(usage->completion)}}));
            out += dataFrame(counts);
        }
        return out + "data: [DONE]\n\n";
    }

private:
    [[nodiscard]] Json head() const
    {
        return made({{"id", "rehearsal"}, {"object", "text_completion"}, {"model", m_model}});
    }
    [[nodiscard]] Json chunk(const QString &text, const Json &finish) const
    {
        Json json = head();
        const Json choice = made({{"text", text}, {"index", 0}, {"logprobs", {}}, {"finish_reason", finish}});
        json.set("choices", Json(Json::Array{choice}));
        return json;
    }

    QString m_model;
};

/// Source: https://docs.cohere.com/reference/chat-stream
class CohereWriter final : public PlainWriter
{
protected:
    QByteArray begin() const override
    {
        const Json content = made({{"message", made({{"content", made({{"type", "text"}, {"text", ""}})}})}});
        return frame("message-start",
                     made({{"type", "message-start"},
                           {"id", "rehearsal"},
                           {"delta", made({{"message", made({{"role", "assistant"}})}})}}))
            + frame("content-start", made({{"type", "content-start"}, {"index", 0}, {"delta", content}}));
    }
    QByteArray write(const QString &text) const override
    {
        const Json delta = made({{"message", made({{"content", made({{"text", text}})}})}});
        return frame("content-delta", made({{"type", "content-delta"}, {"index", 0}, {"delta", delta}}));
    }
    QByteArray end(chat::FinishReason reason, const std::optional<chat::Usage> &usage) const override
    {
        Json delta = made({{"finish_reason", word(reason)}});
        if (usage)
            delta.set("usage", made({{"billed_units", units(*usage)}, {"tokens", units(*usage)}}));
        return frame("content-end", made({{"type", "content-end"}, {"index", 0}}))
            + frame("message-end", made({{"type", "message-end"}, {"delta", delta}}));
    }

private:
    static Json units(const chat::Usage &usage)
    {
        return made({{"input_tokens", counted(usage.prompt)}, {"output_tokens", counted(usage.completion)}});
    }
    static QByteArray word(chat::FinishReason reason)
    {
        return reason == chat::FinishReason::Length       ? "MAX_TOKENS"
            : reason == chat::FinishReason::ContentFilter ? "ERROR_TOXIC"
                                                          : "COMPLETE";
    }
    static QByteArray frame(const QByteArray &name, const Json &json)
    {
        return "event: " + name + '\n' + dataFrame(json);
    }
};

/// Source: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/generate
class OllamaWriter final : public PlainWriter
{
public:
    OllamaWriter(const QString &model, bool isChat)
        : m_model(model)
        , m_isChat(isChat)
    {
    }

protected:
    QByteArray write(const QString &text) const override { return line(chunk(text)); }
    QByteArray end(chat::FinishReason reason, const std::optional<chat::Usage> &usage) const override
    {
        Json last = chunk({});
        last.set("done", true);
        last.set("done_reason", reason == chat::FinishReason::Length ? "length" : toWireName(reason));
        if (usage) {
            last.set("prompt_eval_count", counted(usage->prompt));
            last.set("eval_count", counted(usage->completion));
        }
        return line(last);
    }

private:
    [[nodiscard]] Json chunk(const QString &text) const
    {
        Json json = made({{"model", m_model}});
        if (m_isChat)
            json.set("message", made({{"role", "assistant"}, {"content", text}}));
        else
            json.set("response", text);
        json.set("done", false);
        return json;
    }
    static QByteArray line(const Json &json) { return json.dump() + '\n'; }

    QString m_model;
    bool m_isChat;
};

/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
class ConverseWriter final : public PlainWriter
{
protected:
    QByteArray begin() const override { return event("messageStart", made({{"role", "assistant"}})); }
    QByteArray write(const QString &text) const override
    {
        return event("contentBlockDelta", made({{"contentBlockIndex", 0}, {"delta", made({{"text", text}})}}));
    }
    QByteArray end(chat::FinishReason reason, const std::optional<chat::Usage> &usage) const override
    {
        QByteArray out = event("contentBlockStop", made({{"contentBlockIndex", 0}}))
            + event("messageStop", made({{"stopReason", word(reason)}}));
        if (usage) {
            const Json counts = made({{"inputTokens", counted(usage->prompt)},
                                      {"outputTokens", counted(usage->completion)},
                                      {"totalTokens", counted(usage->prompt) + counted(usage->completion)}});
            out += event("metadata", made({{"usage", counts}, {"metrics", made({{"latencyMs", 0}})}}));
        }
        return out;
    }

private:
    static QByteArray word(chat::FinishReason reason)
    {
        return reason == chat::FinishReason::Length       ? "max_tokens"
            : reason == chat::FinishReason::ContentFilter ? "content_filtered"
                                                          : "end_turn";
    }
    static QByteArray event(const QByteArray &type, const Json &json) { return awsMessage("event", type, json.dump()); }
};

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray textHeader(const QByteArray &name, const QByteArray &value)
{
    constexpr char TextType = 7;
    return char(name.size()) + name + TextType + bigEndian(quint16(value.size())) + value;
}

} // namespace

/// Source: https://smithy.io/2.0/aws/amazon-eventstream.html
QByteArray awsMessage(const QByteArray &kind, const QByteArray &type, const QByteArray &payload)
{
    constexpr quint32 Around = 16; // two lengths and two checksums
    const QByteArray headers = textHeader(':' + kind + "-type", type) + textHeader(":content-type", "application/json")
        + textHeader(":message-type", kind);
    const QByteArray lengths =
        bigEndian(quint32(headers.size() + payload.size()) + Around) + bigEndian(quint32(headers.size()));
    const QByteArray message = lengths + bigEndian(dialects::crc32(lengths)) + headers + payload;
    return message + bigEndian(dialects::crc32(message));
}

std::unique_ptr<dialects::AnswerEncoder> completionsWriter(const QString &model)
{
    return std::make_unique<CompletionsWriter>(model);
}

std::unique_ptr<dialects::AnswerEncoder> cohereWriter()
{
    return std::make_unique<CohereWriter>();
}

std::unique_ptr<dialects::AnswerEncoder> ollamaWriter(const QString &model, bool chat)
{
    return std::make_unique<OllamaWriter>(model, chat);
}

std::unique_ptr<dialects::AnswerEncoder> converseWriter()
{
    return std::make_unique<ConverseWriter>();
}

} // namespace sb::lab
