#pragma once

#include "core/chat/message.h"
#include "core/dialects/notices.h"

#include <QSet>

namespace sb::dialects::bedrock {

/// Writes the parts of messages as content blocks. Names of documents are made fit, and differ within one request.
class PartWriter
{
public:
    explicit PartWriter(Notices &notices);

    /// The block of a part, with a mark for the cache behind it where it asks for one; nothing for a text that says
    /// nothing, which the API refuses. @param path of the part, such as "messages[0].content[1]"
    /// Errors: InvalidInput for what the API cannot take: unknown parts, files and pictures of other kinds.
    [[nodiscard]] Result<Json::Array> blocks(const chat::Part &part, const QString &path);

private:
    class BlockWriter;

    [[nodiscard]] QString freeName(const QString &filename);

    Notices &m_notices;
    QSet<QString> m_names; ///< of documents, that are taken
};

/// {"cachePoint": …} for a member cache_control as Anthropic has it; null where there is none.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
[[nodiscard]] Json cachePoint(const Json &extra);

/// An object with one member.
[[nodiscard]] Json only(const char *key, const Json &value);

} // namespace sb::dialects::bedrock
