#include "ui/chains/field_makers.h"

#include "core/routing/policy/condition.h"
#include "ui/common/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace sb::ui {

namespace {

struct FieldMakersText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepFields)
};

constexpr qint64 TokensOfAPrice = 1'000'000;

/// A field of a member that may be without a value: an empty text takes the value away.
template <typename S, typename T>
FieldOf<S> optionalField(FieldOf<S> field, const std::function<std::optional<T> &(S &)> &of,
                         const std::function<QString(const T &)> &shown,
                         const std::function<std::optional<T>(const QString &)> &parsed)
{
    field.read = [of, shown](const S &from) {
        S copy = from;
        const std::optional<T> value = of(copy);
        return value ? shown(*value) : QString();
    };
    field.write = [of, parsed](S &to, const QString &text) {
        const std::optional<T> value = text.isEmpty() ? std::nullopt : parsed(text);
        if (!value && !text.isEmpty())
            return false;
        of(to) = value;
        return true;
    };
    return field;
}

QString expectedOr(const QString &expected, const QString &otherwise)
{
    return expected.isEmpty() ? otherwise : expected;
}

} // namespace

template <typename S>
FieldOf<S> FieldMakers<S>::whole(Field field, const MemberOf<std::optional<qint64>> &of, qint64 least, qint64 most)
{
    field.expected = expectedOr(field.expected, FieldMakersText::tr("a whole number from %1, or empty").arg(least));
    return optionalField<S, qint64>(
        std::move(field), of, [](const qint64 &value) { return QString::number(value); },
        [least, most](const QString &text) {
            bool ok = false;
            const qint64 value = text.toLongLong(&ok);
            return ok && value >= least && value <= most ? std::optional(value) : std::nullopt;
        });
}

template <typename S>
FieldOf<S> FieldMakers<S>::decimal(Field field, const MemberOf<std::optional<double>> &of)
{
    field.expected = expectedOr(field.expected, FieldMakersText::tr("a number from 0 on, or empty"));
    return optionalField<S, double>(
        std::move(field), of, [](const double &value) { return numberToType(QString::number(value, 'g', 12)); },
        [](const QString &text) -> std::optional<double> {
            const auto number = typedNumber(text);
            bool ok = false;
            const double value = number ? number->toDouble(&ok) : -1;
            return ok && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
        });
}

template <typename S>
FieldOf<S> FieldMakers<S>::dollars(Field field, const MemberOf<std::optional<NanoDollars>> &of, qint64 least)
{
    field.expected = expectedOr(field.expected, FieldMakersText::tr("dollars, or empty"));
    return optionalField<S, NanoDollars>(
        std::move(field), of, [](const NanoDollars &value) { return dollarsToType(value); },
        [least](const QString &text) -> std::optional<NanoDollars> {
            const auto value = typedDollars(text);
            return value && value->value >= least ? std::optional(*value) : std::nullopt;
        });
}

template <typename S>
FieldOf<S> FieldMakers<S>::price(Field field, const MemberOf<std::optional<PicoDollars>> &of, bool perMillion)
{
    const qint64 units = perMillion ? TokensOfAPrice : 1;
    field.expected = expectedOr(field.expected, FieldMakersText::tr("dollars, or empty"));
    return optionalField<S, PicoDollars>(
        std::move(field), of,
        [units](const PicoDollars &value) { return numberToType(toDecimal(PicoDollars{value.value * units})); },
        [units](const QString &text) -> std::optional<PicoDollars> {
            const auto amount =
                typedNumber(text).and_then([](const QString &plain) { return parsePicoDollars(plain); });
            if (!amount || amount->value < 0 || amount->value % units != 0)
                return {};
            return PicoDollars{amount->value / units};
        });
}

template <typename S>
FieldOf<S> FieldMakers<S>::names(Field field, const MemberOf<QStringList> &of)
{
    field.kind = FieldKind::Names;
    field.read = [of](const S &from) {
        S copy = from;
        return of(copy).join(u", "_s);
    };
    field.write = [of](S &to, const QString &text) {
        QStringList names;
        for (const QString &part : text.split(u',')) {
            if (const QString name = part.trimmed(); !name.isEmpty() && !names.contains(name))
                names.append(name);
        }
        of(to) = names;
        return true;
    };
    return field;
}

template <typename S>
FieldOf<S> FieldMakers<S>::flag(Field field, const MemberOf<bool> &of)
{
    field.kind = FieldKind::Flag;
    field.read = [of](const S &from) {
        S copy = from;
        return of(copy) ? u"1"_s : QString();
    };
    field.write = [of](S &to, const QString &text) {
        of(to) = !text.isEmpty();
        return true;
    };
    return field;
}

template <typename S>
FieldOf<S> FieldMakers<S>::decision(Field field, const MemberOf<std::optional<bool>> &of, const QString &yes,
                                    const QString &no)
{
    field.kind = FieldKind::Choice;
    //: First entry of a list of choices. %1 is what holds when nothing is chosen.
    const QString first = FieldMakersText::tr("usual: %1").arg(field.usual);
    field.choices = {{{}, first}, {u"yes"_s, yes}, {u"no"_s, no}};
    field.read = [of](const S &from) {
        S copy = from;
        const std::optional<bool> value = of(copy);
        return !value ? QString() : *value ? u"yes"_s : u"no"_s;
    };
    field.write = [of](S &to, const QString &text) {
        of(to) = text.isEmpty() ? std::nullopt : std::optional(text == u"yes"_s);
        return true;
    };
    return field;
}

template struct FieldMakers<routing::Step>;
template struct FieldMakers<routing::Condition>;

QString secondsText(milliseconds time)
{
    return numberToType(QString::number(double(time.count()) / 1000, 'g', 8));
}

std::optional<milliseconds> parseSeconds(const QString &text)
{
    const auto number = typedNumber(text);
    const double seconds = number ? number->toDouble() : -1;
    if (seconds < 0 || seconds * 1000 > double(routing::LongestClock.count()))
        return {};
    return milliseconds(std::llround(seconds * 1000));
}

} // namespace sb::ui
