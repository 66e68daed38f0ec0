#include "core/practice/fault_answers.h"

#include <utility>

namespace sb::practice {

namespace {

using chat::ErrorType;

ErrorType typeOf(int status)
{
    static constexpr std::pair<int, ErrorType> Types[] = {
        {400, ErrorType::InvalidRequest},
        {401, ErrorType::Authentication},
        {402, ErrorType::PaymentRequired},
        {403, ErrorType::PermissionDenied},
        {404, ErrorType::NotFound},
        {405, ErrorType::InvalidRequest},
        {408, ErrorType::Timeout},
        {413, ErrorType::PayloadTooLarge},
        {422, ErrorType::Unprocessable},
        {429, ErrorType::RateLimitExceeded},
        {500, ErrorType::Server},
        {502, ErrorType::ProviderUnavailable},
        {503, ErrorType::ProviderOverloaded},
        {504, ErrorType::Timeout},
        {529, ErrorType::ProviderOverloaded},
    };
    for (const auto &[known, type] : Types) {
        if (known == status)
            return type;
    }
    return status >= 500 ? ErrorType::Server : ErrorType::InvalidRequest;
}

} // namespace

void respondWithError(listen::Exchange &exchange, const dialects::ServerDialect &dialect, int status,
                      const QString &message, const Knobs &knobs)
{
    QList<listen::Header> headers = {{"Content-Type", "application/json"}};
    if (knobs.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*knobs.retryAfter);
        headers.emplaceBack("Retry-After", QByteArray::number(qint64(seconds.count())));
        headers.emplaceBack("Retry-After-Ms", QByteArray::number(qint64(knobs.retryAfter->count())));
    }
    const chat::ProviderError error{.type = typeOf(status), .httpStatus = status, .message = message};
    exchange.respond(status, headers, dialect.encodeError(status, error));
}

void respondWithPage(listen::Exchange &exchange)
{
    exchange.respond(
        200, {{"Content-Type", "text/html; charset=utf-8"}},
        "<!DOCTYPE html>\n<html><head><title>Practice page</title></head>\n"
        "<body><h1>Practice page</h1><p>A simulated provider answers with a web page.</p></body></html>\n");
}

} // namespace sb::practice
