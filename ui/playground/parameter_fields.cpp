#include "ui/playground/parameter_fields.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr char Temperature[] = "temperature";
constexpr char TopP[] = "top_p";
constexpr char MaxTokens[] = "max_tokens";
constexpr char Seed[] = "seed";
constexpr char Stop[] = "stop";
constexpr char Effort[] = "reasoning_effort";
constexpr char Frequency[] = "frequency_penalty";
constexpr char Presence[] = "presence_penalty";
constexpr int MostStops = 4;

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::ui::ParameterField", text);
}

/// A number between these, spelled as it was typed: "0.70" stays "0.70", and so does "0,70" in German.
std::optional<Json> number(const QString &text, double least, double most)
{
    const Result<QString> spelled = typedNumber(text);
    bool ok = false;
    const double value = QLocale::c().toDouble(spelled.value_or(QString()), &ok);
    const Result<Json> json = parseJson(spelled.value_or(QString()).toUtf8());
    if (!ok || !std::isfinite(value) || value < least || value > most)
        return {};
    return json && json->isNumber() ? *json : Json(value);
}

std::optional<Json> whole(const QString &text, qint64 least)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= least ? std::optional(Json(value)) : std::nullopt;
}

/// Separated by commas; "\n" is a line feed.
std::optional<Json> stops(const QString &text)
{
    Json::Array all;
    for (const QString &part : text.split(u',')) {
        const QString stop = part.trimmed().replace(u"\\n"_s, u"\n"_s);
        if (!stop.isEmpty())
            all.append(stop);
    }
    if (all.isEmpty() || all.size() > MostStops)
        return {};
    return Json(std::move(all));
}

std::optional<Json> parsed(const QByteArray &key, const QString &text)
{
    if (key == Temperature)
        return number(text, 0, 2);
    if (key == TopP)
        return number(text, 0, 1);
    if (key == Frequency || key == Presence)
        return number(text, -2, 2);
    if (key == MaxTokens)
        return whole(text, 1);
    if (key == Seed)
        return whole(text, std::numeric_limits<qint64>::min());
    if (key == Stop)
        return stops(text);
    return Json(text);
}

QList<ParameterField> makeFields()
{
    const auto field = [](const char *key, const char *title, const char *expected, const QStringList &choices = {}) {
        return ParameterField{
            .key = key,
            .title = translated(title),
            .expected = translated(expected),
            .choices = choices,
        };
    };
    return {
        field(Temperature, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Temperature"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "0 to 2, or empty")),
        field(TopP, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Top p"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "0 to 1, or empty")),
        field(MaxTokens, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Tokens at most"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "a whole number from 1, or empty")),
        field(Seed, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Seed"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "a whole number, or empty")),
        field(Stop, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Stop at"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "one to four texts with commas between, or empty")),
        field(Effort, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Reasoning"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "one of the list"),
              {u"none"_s, u"minimal"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s}),
        field(Frequency, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Frequency"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "−2 to 2, or empty")),
        field(Presence, QT_TRANSLATE_NOOP("sb::ui::ParameterField", "Presence"),
              QT_TRANSLATE_NOOP("sb::ui::ParameterField", "−2 to 2, or empty")),
    };
}

} // namespace

QList<ParameterField> parameterFields()
{
    return makeFields();
}

Result<Json> parseParameter(const ParameterField &field, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Json();
    if (const auto value = parsed(field.key, trimmed))
        return *value;
    return failure(Error::Kind::InvalidInput, field.expected);
}

QString parameterText(const ParameterField &field, const Json &parameters)
{
    const Json &value = parameters[field.key];
    if (value.isNumber())
        return numberToType(QString::fromLatin1(value.numberLiteral()));
    QStringList texts;
    for (const Json &item : value.items())
        texts.append(item.toText().replace(u'\n', u"\\n"_s));
    return value.isArray() ? texts.join(u", "_s) : value.toText();
}

Json withParameter(const Json &parameters, const ParameterField &field, const Json &value)
{
    Json changed = parameters;
    if (value.isNull())
        changed.remove(field.key);
    else
        changed.set(field.key, value);
    return changed.size() > 0 ? changed : Json();
}

} // namespace sb::ui
