#pragma once

#include "core/dialects/dialect.h"
#include "core/dialects/notices.h"

// What both versions of the chat API have alike in the body of a request.
namespace sb::dialects::cohere {

/// `max_tokens` and `stop_sequences`. @return the limit that is sent, if any
std::optional<qint64> setLimits(Json &body, const chat::Request &request, const catalog::Endpoint &endpoint,
                                const EncodeOptions &options, Notices &notices);

/// Temperature, seed, penalties, `k` and `p`: as they were spelled, or the nearest that is taken.
void setSampling(Json &body, const chat::Request &request, Notices &notices);

/// Members of the request that neither version has.
void noticeForeignMembers(const chat::Request &request, Notices &notices);
void dropMember(const QByteArray &key, bool says, Notices &notices);

} // namespace sb::dialects::cohere
