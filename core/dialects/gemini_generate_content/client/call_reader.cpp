#include "core/dialects/gemini_generate_content/client/call_reader.h"

#include "core/dialects/gemini_generate_content/parts.h"

namespace sb::dialects::gemini {

std::optional<QList<chat::ToolCallDelta>> CallReader::read(const Json &call, const QByteArray &signature)
{
    QList<chat::ToolCallDelta> deltas;
    const QString name = call["name"].toText();
    chat::ToolCallDelta delta;
    if (!name.isEmpty()) {
        deltas += close();
        m_isOpen = true;
        m_isWhole = false;
        m_arguments = {};
        ++m_count;
        delta.id = call["id"].toText();
        delta.name = name;
    } else if (!m_isOpen) {
        return deltas; // the end of a call that is over
    }
    delta.index = m_count - 1;
    if (!signature.isEmpty())
        delta.extra = signatureExtra(signature);
    QByteArray arguments;
    if (!addArguments(call, arguments))
        return {};
    delta.arguments = QString::fromUtf8(arguments);
    if (!delta.name.isEmpty() || !delta.arguments.isEmpty() || !delta.extra.isNull())
        deltas.append(delta);
    if (!call["willContinue"].toBool().value_or(false))
        deltas += close();
    return deltas;
}

bool CallReader::addArguments(const Json &call, QByteArray &arguments)
{
    if (call["args"].isObject() && m_arguments.isEmpty() && !m_isWhole) {
        m_isWhole = true;
        arguments = call["args"].dump();
    }
    if (m_isWhole)
        return true;
    for (const Json &piece : call["partialArgs"].items()) {
        const auto text = m_arguments.add(piece);
        if (!text)
            return false;
        arguments += *text;
    }
    return true;
}

QList<chat::ToolCallDelta> CallReader::close()
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    if (m_isWhole)
        return {};
    return {chat::ToolCallDelta{.index = m_count - 1, .arguments = QString::fromUtf8(m_arguments.close())}};
}

} // namespace sb::dialects::gemini
