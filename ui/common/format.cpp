#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::ui::format", text);
}

/// "≈ $0.00480"; what is said to be less than something is as vague already.
QString aboutMoney(const QString &money)
{
    return money.startsWith(u'<') ? money : u"≈ "_s + money;
}

} // namespace

QString noValue()
{
    return u"–"_s;
}

QString formatDollars(double dollars, int decimals)
{
    // Where the sign stands is the locale's; the minus is not: some put an amount into brackets. "C" has no money.
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    const QString amount = locale.toCurrencyString(std::abs(dollars), u"$"_s, decimals);
    return dollars < 0 ? u"−"_s + amount : amount;
}

int moneyDecimals(NanoDollars amount)
{
    constexpr qint64 RoundsToADollar = 999'995'000; // with five decimals
    return amount.value == 0 || std::abs(amount.value) >= RoundsToADollar ? 2 : 5;
}

QString formatMoney(NanoDollars amount)
{
    return formatMoney(amount, moneyDecimals(amount));
}

QString formatMoney(NanoDollars amount, int decimals)
{
    const double dollars = double(amount.value) / 1e9; // for reading only; sums are made in integers
    const double least = std::pow(10, -decimals);
    return dollars > 0 && dollars < least / 2 ? u"< "_s + formatDollars(least, decimals)
                                              : formatDollars(dollars, decimals);
}

QString formatShortMoney(NanoDollars amount)
{
    return formatMoney(amount, 2);
}

QString formatLimit(NanoDollars amount)
{
    const QString decimal = toDecimal(amount);
    const qsizetype point = decimal.indexOf(u'.');
    return formatDollars(double(amount.value) / 1e9, point < 0 ? 2 : qMax(2, int(decimal.size() - point) - 1));
}

Result<QString> typedNumber(const QString &text)
{
    QString plain = text.trimmed();
    const QString point = QLocale().decimalPoint();
    if (point != u"."_s) {
        // 1.000 is a thousand here, and one for whoever writes 5.00: what may be either is nothing.
        static const QRegularExpression ambiguous(u"^[+-]?[1-9]\\d{0,2}(\\.\\d{3})+$"_s);
        if (ambiguous.match(plain).hasMatch())
            return failure(Error::Kind::InvalidInput, plain);
        plain.replace(point, u"."_s);
    }
    static const QRegularExpression number(u"^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"_s);
    if (!number.match(plain).hasMatch())
        return failure(Error::Kind::InvalidInput, plain);
    return plain;
}

QString numberToType(QString plain)
{
    return plain.replace(u'.', QLocale().decimalPoint());
}

Result<NanoDollars> typedDollars(const QString &text)
{
    return typedNumber(text).and_then([](const QString &plain) { return parseDollars(plain); });
}

QString dollarsToType(NanoDollars amount)
{
    return numberToType(toDecimal(amount));
}

QString formatCost(const usage::Cost &cost)
{
    return formatCost(cost, moneyDecimals(cost.amount.value_or(NanoDollars{})));
}

QString formatCost(const usage::Cost &cost, int decimals)
{
    if (!cost.amount)
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "unpriced"));
    const QString money = formatMoney(*cost.amount, decimals);
    return cost.kind == usage::CostKind::Estimated ? aboutMoney(money) : money;
}

QString formatSum(const usage::Sums &sums, int decimals)
{
    if (isUnpriced(sums))
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "unpriced"));
    const QString money = formatMoney(sums.total(), decimals);
    return sums.estimated.value > 0 ? aboutMoney(money) : money;
}

bool isUnpriced(const usage::Sums &sums)
{
    return sums.unpriced > 0 && sums.total().value == 0;
}

QString formatCount(qint64 count)
{
    if (std::abs(count) >= 1'000'000'000)
        return QLocale().toString(double(count) / 1e9, 'f', 1) + u" G"_s;
    if (std::abs(count) >= 1'000'000)
        return QLocale().toString(double(count) / 1e6, 'f', 1) + u" M"_s;
    return QLocale().toString(count);
}

QString formatTokens(const chat::TokenClasses &tokens)
{
    return u"%1 / %2"_s.arg(formatCount(tokens.input()), formatCount(tokens.output()));
}

QString formatSeconds(std::chrono::milliseconds time)
{
    if (time.count() < 0)
        return noValue();
    return u"%1 s"_s.arg(QLocale().toString(double(time.count()) / 1e3, 'f', 2));
}

QString formatPercent(double share)
{
    return formatPercent(share, share > 0 && share < 0.1 ? 1 : 0);
}

QString formatPercent(double share, int decimals)
{
    //: A number of percent; some languages have a blank between the two.
    return QCoreApplication::translate("sb::ui::format", "%1%").arg(QLocale().toString(share * 100, 'f', decimals));
}

QString formatTime(WallTime time, const QTimeZone &zone, WallTime now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone);
    const QString clock = local.toString(u"HH:mm:ss"_s);
    if (local.date() == QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), zone).date())
        return clock;
    return u"%1 %2"_s.arg(QLocale().toString(local.date(), QLocale::ShortFormat), clock);
}

QString formatWhen(WallTime time, const QTimeZone &zone, WallTime now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), zone).date();
    const qint64 daysAgo = then.date().daysTo(today);
    if (daysAgo == 0)
        return then.toString(u"HH:mm"_s);
    if (daysAgo == 1)
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "yesterday"));
    const QLocale locale;
    if (daysAgo > 1 && daysAgo < 7)
        return locale.standaloneDayName(then.date().dayOfWeek());
    return locale.toString(then.date(), QLocale::ShortFormat);
}

QString endStateText(routing::EndState end)
{
    switch (end) {
    case routing::EndState::Complete:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "complete"));
    case routing::EndState::Length:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "length"));
    case routing::EndState::Filtered:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "filtered"));
    case routing::EndState::Cut:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "cut"));
    case routing::EndState::Stalled:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "stalled"));
    case routing::EndState::Cancelled:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "cancelled"));
    case routing::EndState::Failed:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "failed"));
    case routing::EndState::Lost:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "lost"));
    }
    return {};
}

QStringList endStateTexts()
{
    QStringList texts;
    for (int end = 0; end <= int(routing::EndState::Lost); ++end)
        texts.append(endStateText(routing::EndState(end)));
    return texts;
}

Signal endStateSignal(routing::EndState end)
{
    switch (end) {
    case routing::EndState::Complete:
        return Signal::Clear;
    case routing::EndState::Length:
    case routing::EndState::Filtered:
    case routing::EndState::Cut:
    case routing::EndState::Stalled:
        return Signal::Caution;
    case routing::EndState::Cancelled:
        return Signal::Off;
    case routing::EndState::Failed:
    case routing::EndState::Lost:
        return Signal::Stop;
    }
    return Signal::Off;
}

QString exclusionText(routing::Exclusion reason)
{
    using routing::Exclusion;
    switch (reason) {
    case Exclusion::NoEndpoint:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "no endpoint"));
    case Exclusion::ProviderDisabled:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "switched off"));
    case Exclusion::NoKey:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "no key"));
    case Exclusion::KeyRejected:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "key refused"));
    case Exclusion::ModelNotFound:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not offered"));
    case Exclusion::CoolingDown:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "cooling down"));
    case Exclusion::ContextLength:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "prompt too long"));
    case Exclusion::Modality:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "kind of input"));
    case Exclusion::RequireParameters:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "lacks a feature"));
    case Exclusion::MaxPrice:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "over the cost limit"));
    case Exclusion::Budget:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "over the budget"));
    case Exclusion::Unpriced:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "unpriced"));
    case Exclusion::LedgerMix:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "practice and real"));
    case Exclusion::AllowedProviders:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not allowed"));
    case Exclusion::Training:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "may train on prompts"));
    case Exclusion::Retention:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "keeps prompts"));
    case Exclusion::Region:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "elsewhere"));
    case Exclusion::Quantization:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "quantization"));
    case Exclusion::NoFallbacks:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "no fallbacks"));
    case Exclusion::RateLimited:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "rate limit used up"));
    case Exclusion::NotLoaded:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not loaded"));
    case Exclusion::Variant:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "variant not offered"));
    case Exclusion::OpaqueReasoning:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "signed reasoning of another"));
    case Exclusion::RequestLimit:
        return translated(QT_TRANSLATE_NOOP("sb::ui::format", "above the request's limit"));
    }
    return {};
}

QString exclusionText(const QByteArray &storedName)
{
    for (int reason = 0; reason <= int(routing::LastExclusion); ++reason) {
        if (toWireName(routing::Exclusion(reason)) == storedName)
            return exclusionText(routing::Exclusion(reason));
    }
    return {};
}

QString shortModel(const QString &modelId)
{
    return modelId.mid(modelId.indexOf(u'/') + 1);
}

QString errorText(chat::ErrorType type, int httpStatus)
{
    const auto named = [type] {
        switch (type) {
        case chat::ErrorType::ProviderOverloaded:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "overloaded"));
        case chat::ErrorType::ProviderUnavailable:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not reachable"));
        case chat::ErrorType::RateLimitExceeded:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "rate limit"));
        case chat::ErrorType::Authentication:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "key refused"));
        case chat::ErrorType::PermissionDenied:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not permitted"));
        case chat::ErrorType::PaymentRequired:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "no credit"));
        case chat::ErrorType::ContextLengthExceeded:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "context full"));
        case chat::ErrorType::ContentPolicyViolation:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "content policy"));
        case chat::ErrorType::NotFound:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "model not found"));
        case chat::ErrorType::Timeout:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "silence"));
        case chat::ErrorType::Cut:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "cut"));
        case chat::ErrorType::Stalled:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "stalled"));
        case chat::ErrorType::ResetBeforeAnswer:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "reset"));
        case chat::ErrorType::InvalidResponse:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "not an answer"));
        case chat::ErrorType::OverBudget:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "over budget"));
        case chat::ErrorType::Cancelled:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "cancelled"));
        case chat::ErrorType::Server:
            return translated(QT_TRANSLATE_NOOP("sb::ui::format", "server error"));
        default:
            return QString::fromLatin1(chat::toWireName(type)).replace(u'_', u' ');
        }
    }();
    return httpStatus >= 400 ? u"%1 %2"_s.arg(httpStatus).arg(named) : named;
}

} // namespace sb::ui
