#include "core/catalog/price_text.h"

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

/// The text of x as that of x · 10^shift.
std::optional<QString> shifted(const QString &text, int shift)
{
    const qsizetype at = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (at < 0)
        return u"%1e%2"_s.arg(text).arg(shift);
    bool ok = false;
    const int exponent = text.sliced(at + 1).toInt(&ok);
    if (!ok || exponent < -1000 || exponent > 1000) // no price; and the sum below cannot overflow
        return {};
    return u"%1e%2"_s.arg(text.first(at)).arg(exponent + shift);
}

} // namespace

std::optional<PicoDollars> readForeignAmount(const Json &json, PricedBy by)
{
    const QString text = json.isNumber() ? QString::fromLatin1(json.numberLiteral()) : json.toText();
    // Nano-dollars of a thousand are pico-dollars of one; those of a thousandth are what one of a million costs.
    const auto moved = shifted(text, by == PricedBy::One ? 3 : -3);
    const auto amount =
        moved ? parseDollarsRounded(*moved) : Result<NanoDollars>(failure(Error::Kind::InvalidInput, {}));
    return amount ? std::optional(PicoDollars{amount->value}) : std::nullopt;
}

} // namespace sb::catalog
