#pragma once

#include "core/chat/message.h"
#include "core/dialects/notices.h"

#include <initializer_list>

// What encoders ask about the messages of a conversation, whatever format they write.
namespace sb::dialects {

[[nodiscard]] bool isInstruction(const chat::Message &message);

/// The arguments of a call as an object: {} for none. What is no JSON object is put into one, as `input`, with a
/// notice. @param path of the call
[[nodiscard]] Json argumentsOf(const chat::ToolCall &call, const QString &path, Notices &notices);

/// The notice where a picture is to be looked at closely, or not, and that cannot be said. @param path of the part
void noticeDetail(const chat::ImagePart &part, const QString &path, Notices &notices);

/// The notice where a message brings reasoning that has no place. @param path of the message
void noticeReasoning(const chat::Message &message, const QString &path, Notices &notices);

/// A notice for each member that says something and is not among `taken`.
void noticeMembers(const Json &extra, const QString &path, Notices &notices,
                   std::initializer_list<const char *> taken = {});

/// What of a message and its calls has a place in a format.
struct TakenMembers
{
    bool names = false; ///< who speaks, or which tool
    std::initializer_list<const char *> ofMessage = {};
    std::initializer_list<const char *> ofCalls = {};
};

/// The same for all that stands beside the content of a message: its name, members that our types do not name, and
/// those of its calls. @param path of the message
void noticeBesideContent(const chat::Message &message, const QString &path, Notices &notices,
                         const TakenMembers &taken = {});

} // namespace sb::dialects
