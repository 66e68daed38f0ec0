#include "core/dialects/whole_answer.h"

#include "core/dialects/error_reading.h"

#include <QCoreApplication>

namespace sb::dialects {

Answered<Json> readWholeAnswer(const AnswerHead &head, QByteArrayView body)
{
    if (head.status >= 300)
        return tl::unexpected(readErrorBody(head, body));
    const auto json = parseJson(body);
    if (!json)
        return tl::unexpected(invalidResponse(
            head,
            body.trimmed().startsWith('<') ? QCoreApplication::translate(
                "sb::dialects", "The answer was a web page, not JSON. The base URL may be wrong.")
                                           : QCoreApplication::translate("sb::dialects", "The answer is not JSON."),
            body));
    if (const auto error = findError(head, *json))
        return tl::unexpected(*error);
    return *json;
}

} // namespace sb::dialects
