#include "core/dialects/openai_chat/client/tool_call_reader.h"

#include <algorithm>
#include <array>

namespace sb::dialects::openai {

namespace {

QString argumentsText(const Json &arguments)
{
    if (arguments.isObject() || arguments.isArray())
        return QString::fromUtf8(arguments.dump());
    return arguments.toText();
}

Json unnamedMembers(const Json &entry)
{
    static constexpr std::array Named{"index", "id", "type", "function", "custom"};
    Json rest;
    for (const auto &[key, value] : entry.members()) {
        const bool known = std::any_of(Named.begin(), Named.end(), [&](const char *name) { return key == name; });
        if (!known && !value.isNull())
            rest.set(key, value);
    }
    return rest;
}

} // namespace

QList<chat::ToolCallDelta> ToolCallReader::read(const Json &entries)
{
    ++m_delta;
    QList<chat::ToolCallDelta> deltas;
    for (const Json &entry : entries.items()) {
        if (const auto delta = add(readPiece(entry)))
            deltas.append(*delta);
    }
    return deltas;
}

QList<chat::ToolCallDelta> ToolCallReader::readLegacy(const Json &call)
{
    if (!call.isObject())
        return {};
    ++m_delta;
    const auto delta = add({.index = 0,
                            .id = {},
                            .name = call["name"].toText(),
                            .arguments = argumentsText(call["arguments"]),
                            .custom = false,
                            .extra = {}});
    return delta ? QList{*delta} : QList<chat::ToolCallDelta>();
}

QList<chat::ToolCallDelta> ToolCallReader::close()
{
    QList<chat::ToolCallDelta> deltas;
    for (int position = 0; position < m_calls.size(); ++position) {
        Call &call = m_calls[position];
        if (!call.hasArguments && !call.custom)
            deltas.append({.index = position, .arguments = QStringLiteral("{}")});
        call.hasArguments = true;
    }
    return deltas;
}

ToolCallReader::Piece ToolCallReader::readPiece(const Json &entry)
{
    const Json &function = entry["function"];
    const Json &free = entry["custom"];
    // Snowflake sends every variant of the union, the unused ones with empty values: the type decides, then what is
    // there.
    const bool custom = entry["type"].toBytes() == "custom" || (free.isObject() && !function.isObject());
    return {.index = entry["index"].toInteger(),
            .id = entry["id"].toText(),
            .name = custom ? free["name"].toText() : function["name"].toText(),
            .arguments = custom ? free["input"].toText() : argumentsText(function["arguments"]),
            .custom = custom,
            .extra = unnamedMembers(entry)};
}

int ToolCallReader::findByIndex(const Piece &piece) const
{
    for (int position = int(m_calls.size()) - 1; position >= 0; --position) {
        const Call &call = m_calls[position];
        if (call.index != piece.index)
            continue;
        const bool otherId = !piece.id.isEmpty() && !call.id.isEmpty() && piece.id != call.id;
        const bool twiceInDelta = call.seenInDelta == m_delta;
        // A name starts a call; without one it is a piece, even where a server makes up a new id for each piece.
        const bool starts = !piece.name.isEmpty() && call.named && (otherId || twiceInDelta);
        return starts ? -1 : position;
    }
    return -1;
}

int ToolCallReader::find(const Piece &piece) const
{
    if (piece.index)
        return findByIndex(piece);
    if (!piece.id.isEmpty()) {
        const auto it =
            std::find_if(m_calls.begin(), m_calls.end(), [&](const Call &call) { return call.id == piece.id; });
        return it != m_calls.end() ? int(it - m_calls.begin()) : -1;
    }
    return piece.name.isEmpty() ? int(m_calls.size()) - 1 : -1;
}

std::optional<chat::ToolCallDelta> ToolCallReader::add(const Piece &piece)
{
    int position = find(piece);
    if (position < 0) {
        if (piece.name.isEmpty() && piece.id.isEmpty() && piece.arguments.isEmpty())
            return {}; // an empty stand-in for "no call"
        position = int(m_calls.size());
        m_calls.append(Call{.index = piece.index, .id = {}, .named = false, .custom = piece.custom});
    }
    Call &call = m_calls[position];
    chat::ToolCallDelta delta{
        .index = position, .arguments = piece.arguments, .custom = call.custom, .extra = piece.extra};
    if (call.id.isEmpty())
        delta.id = call.id = piece.id;
    if (!call.named)
        delta.name = piece.name;
    call.named = call.named || !piece.name.isEmpty();
    call.hasArguments = call.hasArguments || !piece.arguments.isEmpty();
    call.seenInDelta = m_delta;
    const bool silent = delta.id.isEmpty() && delta.name.isEmpty() && delta.arguments.isEmpty() && delta.extra.isNull();
    return silent ? std::nullopt : std::optional(delta);
}

} // namespace sb::dialects::openai
