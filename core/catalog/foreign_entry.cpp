#include "core/catalog/foreign_entry.h"

#include "core/catalog/price_sanity.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

constexpr qsizetype LongestName = 200;

struct ForeignEntryText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::ForeignList)
};

} // namespace

void addAmount(ForeignPrice &price, const Json &json, PriceUnit unit, PricedBy by, const PriceCondition &condition,
               bool keepZero)
{
    if (json.isNull())
        return;
    const std::optional<PicoDollars> amount = readForeignAmount(json, by);
    if (!amount) {
        price.refusal = ForeignEntryText::tr("A price is no number: %1.").arg(QString::fromUtf8(json.dump().left(40)));
        return;
    }
    if (amount->value == 0 && !keepZero)
        return;
    if (!price.price)
        price.price.emplace();
    price.price->components.append({.unit = unit, .amount = *amount, .condition = condition});
}

ForeignPrice checked(ForeignPrice price)
{
    if (price.refusal.isEmpty() && price.price)
        price.refusal = absurdity(*price.price);
    return price;
}

std::optional<qint64> tokenCount(const Json &json)
{
    const std::optional<qint64> count = json.toInteger();
    return count && *count > 0 ? count : std::nullopt;
}

bool hasWord(const Json &list, QByteArrayView word)
{
    return std::ranges::any_of(list.items(), [word](const Json &item) { return item.toBytes() == word; });
}

Modalities modalitiesOf(const Json &list)
{
    const Modalities named{.text = hasWord(list, "text"),
                           .images = hasWord(list, "image"),
                           .files = hasWord(list, "file") || hasWord(list, "pdf"),
                           .audio = hasWord(list, "audio"),
                           .video = hasWord(list, "video")};
    return named == Modalities{} ? TextOnly : named;
}

QDate readDay(const QString &text)
{
    constexpr int FirstYear = 1970;
    const QDate day = QDate::fromString(text.size() == 7 ? text + "-01"_L1 : text, Qt::ISODate);
    return day.isValid() && day.year() >= FirstYear ? day : QDate();
}

bool isUsableName(const QString &name)
{
    return !name.isEmpty() && name.size() <= LongestName
        && std::ranges::none_of(name, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

QString unusableName()
{
    return ForeignEntryText::tr("Its name is missing, too long or has blanks in it.");
}

} // namespace sb::catalog
