#include "core/dialects/json_instruction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects {

QString jsonInstruction(const Json &schema)
{
    if (schema.isNull())
        return u"Answer with one JSON object."_s;
    return u"Answer with one JSON object that is valid against this JSON schema:\n"_s
        + QString::fromUtf8(schema.dump());
}

bool speaksOfJson(const QList<chat::Message> &messages)
{
    return std::any_of(messages.begin(), messages.end(), [](const chat::Message &message) {
        return message.text().contains("json"_L1, Qt::CaseInsensitive);
    });
}

} // namespace sb::dialects
