#include "core/routing/classifier/task_class.h"

#include "core/routing/wire_names.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

constexpr std::array<WireName<TaskClass>, TaskClassCount> TaskClassNames{{
    {TaskClass::Reasoning, "reasoning"},
    {TaskClass::Simple, "simple"},
    {TaskClass::LongDocument, "long_document"},
    {TaskClass::Code, "code"},
    {TaskClass::Bulk, "bulk"},
    {TaskClass::Chat, "chat"},
}};
static_assert(isComplete(TaskClassNames, TaskClass::Chat));

constexpr std::array<const char *, TaskClassCount> TaskClassTitles{
    QT_TRANSLATE_NOOP("sb::routing", "Reasoning"),     QT_TRANSLATE_NOOP("sb::routing", "Simple"),
    QT_TRANSLATE_NOOP("sb::routing", "Long document"), QT_TRANSLATE_NOOP("sb::routing", "Code"),
    QT_TRANSLATE_NOOP("sb::routing", "Bulk"),          QT_TRANSLATE_NOOP("sb::routing", "Chat"),
};

} // namespace

QByteArray toWireName(TaskClass taskClass)
{
    return nameIn(TaskClassNames, taskClass);
}

std::optional<TaskClass> taskClassFromWireName(QByteArrayView name)
{
    return valueIn(TaskClassNames, name);
}

QString displayName(TaskClass taskClass)
{
    return QCoreApplication::translate("sb::routing", TaskClassTitles[std::size_t(taskClass)]);
}

} // namespace sb::routing
