#include "core/dialects/bedrock_invoke/client/dialogue.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

Result<QString> textOf(const chat::Message &message, const QString &path, Notices &notices)
{
    QStringList texts;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const QString partPath = u"%1.content[%2]"_s.arg(path).arg(i);
        const auto *text = std::get_if<chat::TextPart>(&message.parts[i]);
        const auto file = fileText(message.parts[i]);
        if (text) {
            texts.append(text->text);
            noticeMembers(text->extra, partPath, notices);
        } else if (file) {
            texts.append(*file);
            notices.translated(partPath,
                               QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a text of the message."));
        } else {
            return refusedPart(partPath, QT_TRANSLATE_NOOP("sb::dialects", "expected text or a file that is text"));
        }
    }
    texts.removeAll(QString());
    return texts.join(u"\n"_s);
}

void add(QList<Turn> &turns, bool byModel, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    if (!turns.isEmpty() && turns.last().byModel == byModel)
        turns.last().text += u"\n\n"_s + text;
    else
        turns.append({.byModel = byModel, .text = text});
}

} // namespace

Result<Dialogue> dialogueOf(const QList<chat::Message> &messages, Notices &notices)
{
    Dialogue dialogue;
    QStringList instructions;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const chat::Message &message = messages[i];
        const QString path = u"messages[%1]"_s.arg(i);
        const auto text = textOf(message, path, notices);
        if (!text)
            return tl::unexpected(text.error());
        if (!message.toolCalls.isEmpty() || message.role == chat::Role::Tool)
            notices.translated(
                path, QT_TRANSLATE_NOOP("sb::dialects", "Calls were left out, and their results sent as text."));
        noticeBesideContent(message, path, notices);
        noticeReasoning(message, path, notices);
        if (isInstruction(message))
            instructions.append(*text);
        else
            add(dialogue.turns, message.role == chat::Role::Assistant, *text + message.refusal);
    }
    instructions.removeAll(QString());
    dialogue.instructions = instructions.join(u"\n\n"_s);
    return dialogue;
}

} // namespace sb::dialects::bedrock
