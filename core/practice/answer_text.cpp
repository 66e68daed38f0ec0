#include "core/practice/answer_text.h"

#include "core/base/random.h"
#include "core/practice/templates.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// ASCII words for a name in code; two of the prompt, so that no language's keyword comes out.
QStringList identifierWords(const QStringList &words)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    QStringList parts;
    for (const QString &word : words) {
        const QString plain = word.normalized(QString::NormalizationForm_KD).toLower().remove(other);
        if (parts.size() < 2 && !plain.isEmpty() && !plain.at(0).isDigit() && !word.startsWith("the "_L1))
            parts.append(plain);
    }
    while (parts.size() < 2)
        parts.append(parts.isEmpty() ? u"practice"_s : u"items"_s);
    return parts;
}

QHash<QString, QString> slotsOf(const PromptReading &reading)
{
    const QStringList name = identifierWords(reading.words);
    return {
        {u"topic"_s, reading.topic},
        {u"Topic"_s, capitalized(reading.topic)},
        {u"w1"_s, reading.words.at(0)},
        {u"W1"_s, capitalized(reading.words.at(0))},
        {u"w2"_s, reading.words.at(1)},
        {u"W2"_s, capitalized(reading.words.at(1))},
        {u"w3"_s, reading.words.at(2)},
        {u"a"_s, reading.first},
        {u"A"_s, capitalized(reading.first)},
        {u"b"_s, reading.second},
        {u"B"_s, capitalized(reading.second)},
        {u"n"_s, QString::number(reading.number)},
        {u"id"_s, name.join(u'_')},
        {u"Id"_s, capitalized(name[0]) + capitalized(name[1])},
        {u"camel"_s, name[0] + capitalized(name[1])},
        {u"quote"_s, reading.quote},
    };
}

QString fill(const QString &text, const PromptReading &reading, Random &random)
{
    static const QRegularExpression braces(u"\\{\\{(.+?)\\}\\}"_s, QRegularExpression::DotMatchesEverythingOption);
    const QHash<QString, QString> values = slotsOf(reading);
    QString out;
    qsizetype end = 0;
    for (auto matches = braces.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += QStringView(text).mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const QStringList choices = match.captured(1).split(u'|');
        const QString &choice = choices.at(qsizetype(random.below(quint64(choices.size()))));
        Q_ASSERT(choices.size() > 1 || values.contains(choice)); // a slot that nobody fills is a slip in a template
        out += choices.size() > 1 ? choice : values.value(choice);
    }
    return out + text.mid(end);
}

/// The templates of the kind; of code only those in the language that is asked for.
QList<Template> candidatesFor(const PromptReading &reading)
{
    QList<Template> candidates = templatesFor(reading.kind);
    if (reading.kind == PromptKind::Code)
        candidates.removeIf([&](const Template &one) { return !one.id.startsWith("code-" + reading.language); });
    return candidates;
}

AnswerText write(const PromptReading &reading, quint64 seed, quint64 voice)
{
    const QList<Template> candidates = candidatesFor(reading);
    // The seed of voice 0 plus the voice: neighbors among the voices never take the same template.
    const Template &chosen = candidates.at(qsizetype((seed + voice) % quint64(candidates.size())));
    SeededRandom random(seed ^ (voice * 0x9e3779b97f4a7c15ULL));
    return {.templateId = chosen.id,
            .text = u"*Practice text, voice %1: no model wrote this.*\n\n"_s.arg(voice)
                + fill(chosen.text, reading, random)};
}

} // namespace

quint64 seedOf(const QString &text, quint64 voice)
{
    // FNV-1a: qHash differs from process to process.
    quint64 hash = 0xcbf29ce484222325ULL ^ voice;
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return hash;
}

AnswerText answerText(const QString &prompt, quint64 voice)
{
    return write(readPrompt(prompt), seedOf(prompt, 0), voice);
}

AnswerText toolAnswerText(const QString &toolResult, quint64 voice)
{
    PromptReading reading = readPrompt(toolResult);
    reading.kind = PromptKind::ToolResult;
    return write(reading, seedOf(toolResult, 0), voice);
}

} // namespace sb::practice
