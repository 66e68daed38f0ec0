#include "core/dialects/message_reading.h"

#include "core/dialects/member_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects {

bool isInstruction(const chat::Message &message)
{
    return message.role == chat::Role::System || message.role == chat::Role::Developer;
}

Json argumentsOf(const chat::ToolCall &call, const QString &path, Notices &notices)
{
    if (call.arguments.trimmed().isEmpty())
        return Json::object();
    const auto parsed = parseJson(call.arguments.toUtf8());
    if (!call.custom && parsed && parsed->isObject())
        return *parsed;
    notices.translated(
        path,
        QT_TRANSLATE_NOOP("sb::dialects", "Arguments that are no JSON object were sent as a text inside of one."));
    return Json(Json::Object{{"input", call.arguments}});
}

void noticeDetail(const chat::ImagePart &part, const QString &path, Notices &notices)
{
    if (!part.detail.isEmpty() && part.detail != "auto"_L1)
        notices.dropped(path + u".image_url.detail"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "How closely to look cannot be set here."));
}

void noticeReasoning(const chat::Message &message, const QString &path, Notices &notices)
{
    if (!message.reasoning.isEmpty() || !message.reasoningDetails.isNull())
        notices.dropped(path + u".reasoning"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "The reasoning of earlier answers is not sent back here."));
}

void noticeMembers(const Json &extra, const QString &path, Notices &notices, std::initializer_list<const char *> taken)
{
    for (const auto &[key, value] : extra.members()) {
        const auto isKey = [&key = key](const char *each) { return key == each; };
        if (!says(value) || std::any_of(taken.begin(), taken.end(), isKey))
            continue;
        notices.dropped(path + u'.' + QString::fromUtf8(key),
                        key == "cache_control"
                            ? QT_TRANSLATE_NOOP("sb::dialects", "Prompts are cached by the service itself.")
                            : QT_TRANSLATE_NOOP("sb::dialects", "Messages have no such member here."));
    }
}

void noticeBesideContent(const chat::Message &message, const QString &path, Notices &notices, const TakenMembers &taken)
{
    if (!taken.names && !message.name.isEmpty())
        notices.dropped(path + u".name"_s, QT_TRANSLATE_NOOP("sb::dialects", "Messages have no names here."));
    noticeMembers(message.extra, path, notices, taken.ofMessage);
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i)
        noticeMembers(message.toolCalls[i].extra, u"%1.tool_calls[%2]"_s.arg(path).arg(i), notices, taken.ofCalls);
}

} // namespace sb::dialects
