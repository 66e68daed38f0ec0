#include "core/routing/exchange/status_codes.h"

#include <algorithm>
#include <array>

namespace sb::routing {

namespace {

/// 400 is said of too long prompts, unknown parameters and refused content alike, so that it is all of them.
struct CodeOf
{
    qint64 code = 0;
    bool MoveOn::*flag = nullptr;
    bool isWritten = true;
};
constexpr std::array Codes{
    CodeOf{400, &MoveOn::contentPolicy},
    CodeOf{400, &MoveOn::contextFull, false},
    CodeOf{400, &MoveOn::unsupportedParameter, false},
    CodeOf{401, &MoveOn::badKey},
    CodeOf{402, &MoveOn::badKey},
    CodeOf{403, &MoveOn::badKey},
    CodeOf{404, &MoveOn::notFound},
    CodeOf{408, &MoveOn::silence},
    CodeOf{410, &MoveOn::notFound, false},
    CodeOf{413, &MoveOn::contextFull},
    CodeOf{422, &MoveOn::unsupportedParameter},
    CodeOf{429, &MoveOn::rateLimit},
    CodeOf{498, &MoveOn::overloaded, false},
    CodeOf{500, &MoveOn::overloaded},
    CodeOf{502, &MoveOn::overloaded},
    CodeOf{503, &MoveOn::overloaded},
    CodeOf{504, &MoveOn::overloaded},
    CodeOf{529, &MoveOn::overloaded},
};

} // namespace

MoveOn moveOnAfter(const QList<qint64> &codes)
{
    MoveOn moveOn{.overloaded = false,
                  .rateLimit = false,
                  .silence = false,
                  .contextFull = false,
                  .badKey = false,
                  .notFound = false,
                  .unsupportedParameter = false,
                  .contentPolicy = false};
    for (const CodeOf &each : Codes) {
        if (codes.contains(each.code))
            moveOn.*each.flag = true;
    }
    return moveOn;
}

QList<qint64> codesOf(const MoveOn &moveOn)
{
    QList<qint64> codes;
    for (const CodeOf &each : Codes) {
        if (each.isWritten && moveOn.*each.flag)
            codes.append(each.code);
    }
    return codes;
}

} // namespace sb::routing
