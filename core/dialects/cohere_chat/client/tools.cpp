#include "core/dialects/cohere_chat/client/tools.h"

#include "core/dialects/function_tools.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

/// All are held to their schemas or none, and a schema of which nothing is required cannot be held to.
Json strictOf(const QList<chat::Tool> &tools, Notices &notices)
{
    const auto asks = [](const chat::Tool &tool) { return tool.strict.value_or(false); };
    if (std::none_of(tools.begin(), tools.end(), asks))
        return {};
    const bool all = std::all_of(tools.begin(), tools.end(), [&asks](const chat::Tool &tool) {
        return asks(tool) && tool.parameters["required"].size() > 0;
    });
    if (all)
        return true;
    notices.dropped(u"tools"_s,
                    QT_TRANSLATE_NOOP("sb::dialects",
                                      "Tools are held to their schemas only where all ask for it and each requires "
                                      "something."));
    return {};
}

} // namespace

ToolMembers toolMembers(const chat::Request &request, Notices &notices)
{
    const FunctionTools tools = functionTools(request, notices);
    if (tools.functions.isEmpty())
        return {};
    ToolMembers members;
    for (const chat::Tool &function : tools.functions)
        members.tools.append(functionTool(function));
    members.strict = strictOf(tools.functions, notices);
    if (tools.forbidden || tools.demanded)
        members.choice = tools.forbidden ? "NONE" : "REQUIRED";
    if (tools.narrowed)
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "Only the tools that may be called were sent."));
    if (request.parallelToolCalls == false)
        notices.dropped(u"parallel_tool_calls"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Several tools may be called at once here."));
    return members;
}

} // namespace sb::dialects::cohere
