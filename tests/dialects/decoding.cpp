#include "tests/dialects/decoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::testing {

dialects::AnswerHead head(int status, const QByteArray &contentType)
{
    return {.status = status, .headers = {{"content-type", contentType}}};
}

Events decoded(dialects::Decoder &decoder, QByteArrayView body)
{
    Events events = decoder.feed(body);
    events += decoder.finish();
    return events;
}

Events decodedInPieces(dialects::Decoder &decoder, QByteArrayView body, Random &random, quint64 longest)
{
    Events events;
    while (!body.isEmpty()) {
        const qsizetype size = std::min(body.size(), qsizetype(1 + random.below(longest)));
        events += decoder.feed(body.first(size));
        body = body.sliced(size);
    }
    events += decoder.finish();
    return events;
}

chat::Answer gathered(const Events &events)
{
    chat::Answer answer;
    for (const chat::Event &event : events)
        answer.apply(event);
    return answer;
}

QString splitThatMatters(const MakeDecoder &make, const QByteArray &body)
{
    const Events whole = decoded(*make(), body);
    for (const quint64 longest : {1, 2, 7, 40, 300}) {
        for (quint64 seed = 1; seed <= (longest == 1 ? 1 : 8); ++seed) {
            SeededRandom random(seed);
            if (decodedInPieces(*make(), body, random, longest) != whole)
                return u"pieces of up to %1 bytes, seed %2"_s.arg(longest).arg(seed);
        }
    }
    return {};
}

} // namespace sb::testing
