#include "core/catalog/price_sanity.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb::catalog {

namespace {

constexpr qint64 DearestToken = 1'000'000'000; // pico-dollars: $1,000 for a million
constexpr qint64 CheapestToken = 100; // $0.0001 for a million
constexpr qint64 DearestSingle = 10'000'000'000'000; // $10
constexpr qint64 DearestSecond = 1'000'000'000'000; // $1
constexpr qint64 MostTimes = 100;

struct PriceSanityText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::PriceSanity)
};

bool isToken(PriceUnit unit)
{
    using enum PriceUnit;
    return unit != Request && unit != Image && unit != WebSearch && unit != AudioSecond;
}

/// "$2.50 for a million tokens", as price pages say it.
QString spoken(const PriceComponent &each)
{
    if (!isToken(each.unit))
        return PriceSanityText::tr("$%1 for one").arg(toDecimal(each.amount));
    return PriceSanityText::tr("$%1 for a million tokens").arg(toDecimal(PicoDollars{each.amount.value * 1'000'000}));
}

qint64 dearest(PriceUnit unit)
{
    if (isToken(unit))
        return DearestToken;
    return unit == PriceUnit::AudioSecond ? DearestSecond : DearestSingle;
}

} // namespace

QString absurdity(const Price &price)
{
    for (const PriceComponent &each : price.components) {
        if (each.amount.value < 0)
            return PriceSanityText::tr("A price is negative.");
        if (each.amount.value > dearest(each.unit))
            return PriceSanityText::tr("$%1 for one is absurdly high.").arg(toDecimal(each.amount));
        if (isToken(each.unit) && each.amount.value > 0 && each.amount.value < CheapestToken)
            return PriceSanityText::tr("%1 is absurdly low.").arg(spoken(each));
    }
    return {};
}

QString absurdChange(const Price &known, const Price &now)
{
    for (const PriceComponent &each : now.components) {
        const auto before = std::ranges::find_if(known.components, [&each](const PriceComponent &other) {
            return other.unit == each.unit && other.condition == each.condition;
        });
        if (before == known.components.cend() || before->amount.value <= 0)
            continue;
        // By division: amounts that were typed may be large.
        const bool isHigh = each.amount.value / MostTimes > before->amount.value;
        const bool isLow = each.amount.value < before->amount.value / MostTimes || each.amount.value == 0;
        if (isHigh || isLow)
            return PriceSanityText::tr("%1 after %2 cannot be right.").arg(spoken(each), spoken(*before));
    }
    return {};
}

} // namespace sb::catalog
