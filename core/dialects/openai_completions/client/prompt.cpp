#include "core/dialects/openai_completions/client/prompt.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"
#include "core/dialects/transcript.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::completions {

namespace {

Result<QString> textOf(const chat::Message &message, const QString &path, Notices &notices)
{
    QStringList texts;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        const QString partPath = u"%1.content[%2]"_s.arg(path).arg(i);
        if (const auto *text = std::get_if<chat::TextPart>(&part)) {
            texts.append(text->text);
            noticeMembers(text->extra, partPath, notices);
        } else if (const auto file = fileText(part)) {
            const QString name = std::get<chat::FilePart>(part).filename;
            texts.append(name.isEmpty() ? *file : name + u":\n"_s + *file);
            notices.translated(partPath,
                               QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a text of the message."));
        } else {
            return refusedPart(partPath, QT_TRANSLATE_NOOP("sb::dialects", "expected text or a file that is text"));
        }
    }
    return texts.join(u"\n"_s);
}

} // namespace

Result<Prompt> promptOf(const QList<chat::Message> &messages, Notices &notices)
{
    QStringList instructions;
    QStringList turns;
    QString only; // what the only turn says
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString path = u"messages[%1]"_s.arg(i);
        const auto text = textOf(messages[i], path, notices);
        if (!text)
            return tl::unexpected(text.error());
        noticeBesideContent(messages[i], path, notices);
        noticeReasoning(messages[i], path, notices);
        (isInstruction(messages[i]) ? instructions : turns)
            .append(isInstruction(messages[i]) ? *text : transcriptTurn(messages[i], *text));
        if (messages[i].role == chat::Role::User)
            only = *text;
    }
    const bool single = turns.size() == 1 && messages.constLast().role == chat::Role::User;
    if (turns.isEmpty() || single)
        turns = single ? QStringList{only} : QStringList();
    else if (messages.constLast().role != chat::Role::Assistant) // else it is to go on with what it began
        turns.append(TranscriptEnd);
    if (messages.size() > 1)
        notices.translated(u"messages"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "The conversation was sent as one prompt, turn by turn."));
    return Prompt{.text = (instructions + turns).join(u"\n\n"_s), .isTranscript = !single && !turns.isEmpty()};
}

} // namespace sb::dialects::completions
