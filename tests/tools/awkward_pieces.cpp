#include "tests/tools/awkward_pieces.h"

#include <algorithm>

namespace sb::testing {

namespace {

constexpr quint64 AwkwardCuts = 120; ///< at most so many are expected, so that a long answer takes no long time
constexpr quint64 OtherCuts = 8;
constexpr quint64 LongestRun = 32; ///< of single bytes

bool isInsideWord(const QByteArray &body, qsizetype at, QByteArrayView word)
{
    for (qsizetype begin = std::max<qsizetype>(0, at - word.size() + 1); begin < at; ++begin) {
        if (QByteArrayView(body).sliced(begin).startsWith(word))
            return true;
    }
    return false;
}

/// Whether a cut before this byte is one that a reader must bear.
bool isAwkward(const QByteArray &body, qsizetype at)
{
    const char before = body[at - 1];
    const char after = body[at];
    const bool insideCharacter = (uchar(after) & 0xC0U) == 0x80U;
    return insideCharacter || before == '\n' || before == '\r' || before == '\\' || isInsideWord(body, at, "data:")
        || isInsideWord(body, at, "[DONE]");
}

QList<qsizetype> cuts(const QByteArray &body, Random &random)
{
    QList<qsizetype> awkward;
    for (qsizetype at = 1; at < body.size(); ++at) {
        if (isAwkward(body, at))
            awkward.append(at);
    }
    QList<qsizetype> chosen;
    const quint64 outOf = std::max<quint64>(2, quint64(awkward.size()) / AwkwardCuts);
    for (const qsizetype at : awkward) {
        if (random.below(outOf) == 0)
            chosen.append(at);
    }
    for (quint64 i = 0; i < OtherCuts; ++i)
        chosen.append(qsizetype(random.below(quint64(body.size()))));
    const qsizetype run = qsizetype(random.below(quint64(body.size())));
    for (qsizetype at = run; at < std::min(body.size(), run + qsizetype(random.below(LongestRun))); ++at)
        chosen.append(at);
    return chosen;
}

} // namespace

QList<QByteArray> awkwardPieces(const QByteArray &body, Random &random)
{
    if (body.isEmpty())
        return {};
    QList<qsizetype> places = cuts(body, random);
    places.append(body.size());
    std::sort(places.begin(), places.end());
    QList<QByteArray> pieces;
    qsizetype begin = 0;
    for (const qsizetype end : std::as_const(places)) {
        if (end > begin)
            pieces.append(body.sliced(begin, end - begin));
        begin = end;
    }
    return pieces;
}

} // namespace sb::testing
