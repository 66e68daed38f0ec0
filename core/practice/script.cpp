#include "core/practice/script.h"

#include "core/practice/answer_text.h"
#include "core/practice/schema_sample.h"
#include "core/practice/tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

constexpr qint64 TokensOfOtherParts = 256;

/// The last thing that a person said; the system's words are no prompt.
QString promptOf(const chat::Request &request)
{
    for (auto it = request.messages.crbegin(); it != request.messages.crend(); ++it) {
        if (it->role == chat::Role::User)
            return it->text();
    }
    return {};
}

QString hex(quint64 number)
{
    return QString::number(number, 16);
}

bool endsWith(const chat::Request &request, chat::Role role)
{
    return !request.messages.isEmpty() && request.messages.last().role == role;
}

bool mentions(const QString &prompt, const QString &toolName)
{
    return !toolName.isEmpty()
        && (prompt.contains(toolName, Qt::CaseInsensitive)
            || prompt.contains(QString(toolName).replace(u'_', u' '), Qt::CaseInsensitive));
}

/// The tool to be called, if any: the one that the request names, one that the prompt mentions, the first where one is
/// required. After a tool's result none, unless required, or the conversation would never end.
const chat::Tool *toolToCall(const chat::Request &request, const QString &prompt)
{
    using Mode = chat::ToolChoice::Mode;
    const chat::ToolChoice choice = request.toolChoice.value_or(chat::ToolChoice{});
    const bool mayChoose = choice.mode == Mode::Required || !endsWith(request, chat::Role::Tool);
    const chat::Tool *first = nullptr;
    if (choice.mode == Mode::None)
        return nullptr;
    for (const chat::Tool &tool : request.tools) {
        if (tool.name.isEmpty() || (choice.mode == Mode::Named && tool.name != choice.name))
            continue;
        if (choice.mode == Mode::Named || (mayChoose && mentions(prompt, tool.name)))
            return &tool;
        first = first ? first : &tool;
    }
    return choice.mode == Mode::Required ? first : nullptr;
}

QString jsonText(const chat::ResponseFormat &format, const PromptReading &reading)
{
    if (format.kind == chat::ResponseFormat::Kind::JsonSchema)
        return QString::fromUtf8(sampleOf(format.schema, reading).dump());
    Json words;
    for (const QString &word : reading.words)
        words.append(word);
    return QString::fromUtf8(Json(Json::Object{{"practice", true}, {"topic", reading.topic}, {"words", words}}).dump());
}

/// What is left of an answer after `begun`: the rest where it repeats it, else the next sentence about as far in.
QString continued(const QString &text, const QString &begun)
{
    if (text.startsWith(begun))
        return text.mid(begun.size());
    const qsizetype end = text.indexOf(u". "_s, begun.size());
    return end < 0 ? u" This is where the practice text ends."_s : text.mid(end + 1);
}

QString visibleText(const chat::Request &request, const QString &prompt, quint64 voice)
{
    using Kind = chat::ResponseFormat::Kind;
    const chat::ResponseFormat format = request.responseFormat.value_or(chat::ResponseFormat{});
    QString text;
    if (format.kind == Kind::JsonObject || format.kind == Kind::JsonSchema)
        text = jsonText(format, readPrompt(prompt));
    else if (endsWith(request, chat::Role::Tool))
        text = toolAnswerText(request.messages.last().text(), voice).text;
    else
        text = answerText(prompt, voice).text;
    return endsWith(request, chat::Role::Assistant) ? continued(text, request.messages.last().text()) : text;
}

QString reasoningText(const PromptReading &reading)
{
    return u"The prompt is about %1. The words %2 and %3 should occur in the answer. Nothing here is weighed in "
           u"earnest; "
           "this is the reasoning of a practice provider."_s.arg(reading.topic, reading.words.at(0),
                                                                 reading.words.at(1));
}

/// Cuts at the first stop sequence.
void applyStop(QString &text, const QStringList &stops)
{
    qsizetype end = -1;
    for (const QString &stop : stops) {
        const qsizetype at = stop.isEmpty() ? -1 : text.indexOf(stop);
        if (at >= 0 && (end < 0 || at < end))
            end = at;
    }
    if (end >= 0)
        text.truncate(end);
}

void addToolCall(Script &script, const chat::Tool &tool, const PromptReading &reading)
{
    const Json sample = sampleOf(tool.parameters, reading);
    const QString arguments = QString::fromUtf8(sample.isObject() ? sample.dump() : QByteArray("{}"));
    script.tokens.append(chat::ToolCallDelta{.id = u"call_"_s + hex(seedOf(arguments, 0)), .name = tool.name});
    for (const QString &token : splitTokens(arguments))
        script.tokens.append(chat::ToolCallDelta{.arguments = token});
    script.finished.reason = chat::FinishReason::ToolCalls;
}

struct OutputBytes
{
    qint64 reasoning = 0;
    qint64 visible = 0;
};

OutputBytes bytesOf(const QList<chat::Event> &tokens)
{
    OutputBytes bytes;
    for (const chat::Event &event : tokens) {
        if (const auto *text = std::get_if<chat::TextDelta>(&event))
            bytes.visible += text->text.toUtf8().size();
        else if (const auto *thought = std::get_if<chat::ReasoningDelta>(&event))
            bytes.reasoning += thought->text.toUtf8().size();
        else if (const auto *call = std::get_if<chat::ToolCallDelta>(&event))
            bytes.visible += call->name.toUtf8().size() + call->arguments.toUtf8().size();
    }
    return bytes;
}

chat::Usage usageOf(const chat::Request &request, const QList<chat::Event> &tokens)
{
    const OutputBytes bytes = bytesOf(tokens);
    chat::Usage usage;
    usage.prompt = countInput(request);
    usage.completion = tokensOfBytes(bytes.reasoning) + tokensOfBytes(bytes.visible);
    if (bytes.reasoning > 0)
        usage.reasoning = tokensOfBytes(bytes.reasoning);
    return usage;
}

} // namespace

qint64 countInput(const chat::Request &request)
{
    qint64 bytes = 0;
    qint64 others = 0;
    for (const chat::Message &message : request.messages) {
        bytes += message.text().toUtf8().size();
        others += std::count_if(message.parts.begin(), message.parts.end(),
                                [](const chat::Part &part) { return !std::holds_alternative<chat::TextPart>(part); });
        for (const chat::ToolCall &call : message.toolCalls)
            bytes += call.name.toUtf8().size() + call.arguments.toUtf8().size();
    }
    for (const chat::Tool &tool : request.tools)
        bytes += chat::toJson(tool).dump().size();
    return tokensOfBytes(bytes) + others * TokensOfOtherParts;
}

Script writeScript(const chat::Request &request, quint64 voice)
{
    const QString prompt = promptOf(request);
    const PromptReading reading = readPrompt(prompt);
    Script script;
    script.started = {.id = u"practice-"_s + hex(seedOf(prompt, voice)), .model = request.model};

    if (request.reasoning && request.reasoning->asked() && !request.reasoning->exclude) {
        for (const QString &token : splitTokens(reasoningText(reading)))
            script.tokens.append(chat::ReasoningDelta{token});
    }
    if (const chat::Tool *tool = toolToCall(request, prompt)) {
        addToolCall(script, *tool, reading);
    } else {
        QString text = visibleText(request, prompt, voice);
        applyStop(text, request.stop);
        for (const QString &token : splitTokens(text))
            script.tokens.append(chat::TextDelta{token});
    }
    if (request.maxTokens && script.tokens.size() > *request.maxTokens) {
        script.tokens.resize(qsizetype(std::max<qint64>(*request.maxTokens, 0)));
        script.finished.reason = chat::FinishReason::Length;
    }
    script.finished.raw = QString::fromLatin1(chat::toWireName(script.finished.reason));
    script.usage.usage = usageOf(request, script.tokens);
    return script;
}

} // namespace sb::practice
