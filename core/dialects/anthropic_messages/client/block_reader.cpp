#include "core/dialects/anthropic_messages/client/block_reader.h"

#include "core/dialects/anthropic_messages/blocks.h"

namespace sb::dialects::anthropic {

namespace {

QList<chat::Event> textEvents(const QString &text)
{
    return text.isEmpty() ? QList<chat::Event>() : QList<chat::Event>{chat::TextDelta{.text = text}};
}

QList<chat::Event> reasoningEvents(const QString &text)
{
    return text.isEmpty() ? QList<chat::Event>() : QList<chat::Event>{chat::ReasoningDelta{.text = text}};
}

chat::Event citation(const Json &raw)
{
    return chat::OtherContent{.kind = "citation", .raw = raw};
}

/// Who called, where it was not the model itself: programmatic tool calling wants it back with the result.
Json callerOf(const Json &block)
{
    const Json &caller = block["caller"];
    const bool says = caller.isObject() && caller["type"].toBytes() != "direct";
    return says ? Json(Json::Object{{"caller", caller}}) : Json();
}

} // namespace

BlockReader::Kind BlockReader::kindOf(const Json &block)
{
    const QByteArray type = block["type"].toBytes();
    if (type == "text")
        return Kind::Text;
    if (type == "thinking")
        return Kind::Thinking;
    if (type == "tool_use")
        return block["name"].toBytes() == AnswerTool ? Kind::Answer : Kind::Call;
    return Kind::Other;
}

QList<chat::Event> BlockReader::start(qint64 index, const Json &block)
{
    QList<chat::Event> events = stop(index);
    m_begun = true;
    Block opened{.kind = kindOf(block), .raw = block};
    switch (opened.kind) {
    case Kind::Text:
        events += textEvents(block["text"].toText());
        for (const Json &each : block["citations"].items())
            events.append(citation(each));
        break;
    case Kind::Thinking:
        opened.pieces = block["thinking"].toBytes();
        opened.signature = block["signature"].toBytes();
        events += reasoningEvents(block["thinking"].toText());
        break;
    case Kind::Call:
        opened.call = m_calls++;
        events.append(chat::ToolCallDelta{.index = opened.call,
                                          .id = block["id"].toText(),
                                          .name = block["name"].toText(),
                                          .extra = callerOf(block)});
        break;
    case Kind::Answer:
        m_answered = true;
        break;
    case Kind::Other:
        break;
    }
    m_open.insert(index, opened);
    return events;
}

/// Text and thinking are read even where the start of their block is missing.
BlockReader::Block &BlockReader::blockAt(qint64 index, const QByteArray &deltaType)
{
    const auto it = m_open.find(index);
    if (it != m_open.end())
        return *it;
    m_begun = true;
    const bool thinks = deltaType == "thinking_delta" || deltaType == "signature_delta";
    return *m_open.insert(index, {.kind = thinks ? Kind::Thinking : Kind::Text});
}

QList<chat::Event> BlockReader::add(qint64 index, const Json &delta)
{
    const QByteArray type = delta["type"].toBytes();
    Block &block = blockAt(index, type);
    if (type == "text_delta")
        return textEvents(delta["text"].toText());
    if (type == "thinking_delta") {
        block.pieces += delta["thinking"].toBytes();
        return reasoningEvents(delta["thinking"].toText());
    }
    if (type == "signature_delta")
        block.signature = delta["signature"].toBytes();
    else if (type == "input_json_delta")
        return addInput(block, delta["partial_json"].toBytes());
    else if (type == "citations_delta")
        return {citation(delta["citation"])};
    else if (block.kind == Kind::Other) // compaction_delta and whatever comes: whole members
        for (const auto &[key, value] : delta.members()) {
            if (key != "type")
                block.raw.set(key, value);
        }
    return {};
}

QList<chat::Event> BlockReader::addInput(Block &block, const QByteArray &piece)
{
    if (piece.isEmpty())
        return {};
    block.hasPieces = true;
    if (block.kind == Kind::Call)
        return {chat::ToolCallDelta{.index = block.call, .arguments = QString::fromUtf8(piece)}};
    if (block.kind == Kind::Answer)
        return textEvents(QString::fromUtf8(piece));
    block.pieces += piece;
    return {};
}

QList<chat::Event> BlockReader::stop(qint64 index)
{
    if (!m_open.contains(index))
        return {};
    return close(m_open.take(index));
}

QList<chat::Event> BlockReader::stopAll()
{
    QList<chat::Event> events;
    for (const Block &block : std::as_const(m_open))
        events += close(block);
    m_open.clear();
    return events;
}

QList<chat::Event> BlockReader::whole(const Json &blocks)
{
    QList<chat::Event> events;
    for (qsizetype i = 0; i < blocks.size(); ++i)
        events += start(i, blocks.at(i)) + stop(i);
    return events;
}

QList<chat::Event> BlockReader::close(const Block &block)
{
    switch (block.kind) {
    case Kind::Text:
        return {};
    case Kind::Thinking:
        return closeThinking(block);
    case Kind::Call:
        if (block.hasPieces)
            return {};
        // A finished call's arguments are JSON, also where there are none.
        return {chat::ToolCallDelta{.index = block.call,
                                    .arguments = block.raw["input"].isNull()
                                        ? QStringLiteral("{}")
                                        : QString::fromUtf8(block.raw["input"].dump())}};
    case Kind::Answer:
        return block.hasPieces ? QList<chat::Event>() : textEvents(QString::fromUtf8(block.raw["input"].dump()));
    case Kind::Other:
        break;
    }
    if (block.raw["type"].toBytes() == "redacted_thinking")
        return {chat::ReasoningOpaque{.block = redactedDetail(block.raw["data"], m_thoughts++)}};
    Json raw = block.raw;
    if (block.hasPieces) {
        const auto input = parseJson(block.pieces);
        raw.set("input", input ? *input : Json(block.pieces));
    }
    return {chat::OtherContent{.kind = raw["type"].toBytes(), .raw = raw}};
}

/// Without its signature a block cannot be sent back, so nothing is kept of it but its text.
QList<chat::Event> BlockReader::closeThinking(const Block &block)
{
    if (block.signature.isEmpty())
        return {};
    return {chat::ReasoningOpaque{.block = thinkingDetail(block.pieces, block.signature, m_thoughts++)}};
}

} // namespace sb::dialects::anthropic
