#include "core/dialects/gemini_generate_content/client/arguments_writer.h"

#include <algorithm>

namespace sb::dialects::gemini {

namespace {

/// The characters of a string as they stand between its quotes.
QByteArray escaped(const Json &text)
{
    const QByteArray quoted = Json(text.toBytes()).dump();
    return quoted.mid(1, quoted.size() - 2);
}

/// A value that is no string, as JSON; empty when the piece has none.
QByteArray scalar(const Json &piece)
{
    if (piece["numberValue"].isNumber())
        return piece["numberValue"].numberLiteral();
    if (piece["boolValue"].isBool())
        return piece["boolValue"].dump();
    return piece.contains("nullValue") ? QByteArray("null") : QByteArray();
}

/// Takes a quoted name off the front: 'a\'b' or "ab".
std::optional<QByteArray> takeQuoted(QByteArrayView &text)
{
    const char quote = text.front();
    QByteArray name;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == quote) {
            text = text.sliced(i + 1);
            return name;
        }
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        name += text[i];
    }
    return {};
}

} // namespace

std::optional<ArgumentsWriter::Path> ArgumentsWriter::readPath(QByteArrayView text)
{
    if (!text.startsWith('$'))
        return {};
    text = text.sliced(1);
    Path path;
    while (!text.isEmpty()) {
        Step step;
        if (text.front() == '.') {
            qsizetype end = 1;
            while (end < text.size() && text[end] != '.' && text[end] != '[')
                ++end;
            step.key = text.sliced(1, end - 1).toByteArray();
            text = text.sliced(end);
        } else if (text.startsWith("['") || text.startsWith("[\"")) {
            text = text.sliced(1);
            const auto name = takeQuoted(text);
            if (!name || !text.startsWith(']'))
                return {};
            step.key = *name;
            text = text.sliced(1);
        } else {
            const qsizetype end = text.indexOf(']');
            bool ok = false;
            step.isKey = false;
            step.index = end > 1 && text.front() == '[' ? text.sliced(1, end - 1).toByteArray().toLongLong(&ok) : 0;
            if (!ok || step.index < 0)
                return {};
            text = text.sliced(end + 1);
        }
        path.append(step);
    }
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QByteArray> ArgumentsWriter::add(const Json &piece)
{
    const auto path = readPath(piece["jsonPath"].toBytes());
    if (!path)
        return {};
    const bool isString = piece["stringValue"].isString();
    // Closed by what comes next, not by willContinue: an empty piece may still follow the last one.
    if (isString && *path == m_string)
        return escaped(piece["stringValue"]);
    if (!isString && scalar(piece).isEmpty())
        return QByteArray();
    return write(*path, piece);
}

std::optional<QByteArray> ArgumentsWriter::write(const Path &path, const Json &piece)
{
    QByteArray out;
    if (m_open.isEmpty()) {
        m_open.append(Container{});
        out += '{';
    }
    const qsizetype shared = sharedDepth(path);
    out += closeDownTo(shared + 1);
    for (qsizetype depth = shared; depth < path.size(); ++depth) {
        const auto begun = begin(path[depth]);
        if (!begun)
            return {};
        out += *begun;
        if (depth + 1 == path.size())
            break;
        const bool isObject = path[depth + 1].isKey;
        m_open.append(Container{.isObject = isObject});
        out += isObject ? '{' : '[';
    }
    if (!piece["stringValue"].isString())
        return out + scalar(piece);
    m_string = path;
    return out + '"' + escaped(piece["stringValue"]);
}

QByteArray ArgumentsWriter::close()
{
    if (m_open.isEmpty())
        return "{}";
    return closeDownTo(0);
}

/// How many steps of the path lead through containers that are open.
qsizetype ArgumentsWriter::sharedDepth(const Path &path) const
{
    qsizetype depth = 0;
    while (depth + 1 < m_open.size() && depth + 1 < path.size() && m_open[depth].at == path[depth])
        ++depth;
    return depth;
}

QByteArray ArgumentsWriter::closeDownTo(qsizetype depth)
{
    QByteArray out;
    if (!m_string.isEmpty())
        out += '"';
    m_string.clear();
    while (m_open.size() > depth)
        out += m_open.takeLast().isObject ? '}' : ']';
    return out;
}

std::optional<QByteArray> ArgumentsWriter::begin(const Step &step)
{
    Container &container = m_open.last();
    if (container.isObject != step.isKey || (step.isKey && container.keys.contains(step.key))
        || (!step.isKey && step.index < container.count))
        return {};
    QByteArray out = container.count > 0 ? "," : "";
    if (step.isKey) {
        container.keys.insert(step.key);
        out += Json(step.key).dump() + ':';
        ++container.count;
    } else {
        // Items that were passed over are not known.
        for (; container.count < step.index; ++container.count)
            out += "null,";
        ++container.count;
    }
    container.at = step;
    return out;
}

} // namespace sb::dialects::gemini
