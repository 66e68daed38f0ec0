#include "core/dialects/call_ids.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

chat::Message calling(const QStringList &ids)
{
    chat::Message message = chat::Message::make(chat::Role::Assistant, {});
    for (const QString &id : ids)
        message.toolCalls.append({.id = id, .name = u"f"_s, .arguments = u"{}"_s});
    return message;
}

chat::Message resultFor(const QString &id)
{
    chat::Message message = chat::Message::make(chat::Role::Tool, u"1"_s);
    message.toolCallId = id;
    return message;
}

} // namespace

class TstCallIds : public QObject
{
    Q_OBJECT

private slots:
    void callsAndTheirResultsGetTheSameIds_data()
    {
        QTest::addColumn<QList<chat::Message>>("messages");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, const QList<chat::Message> &messages, const QStringList &ids) {
            QTest::newRow(name) << messages << ids;
        };
        row("all are there", {calling({u"a"_s, u"b"_s}), resultFor(u"b"_s), resultFor(u"a"_s)},
            {u"a"_s, u"b"_s, u"b"_s, u"a"_s});
        row("none is", {calling({{}, {}}), resultFor({}), resultFor({})},
            {u"call_0_0"_s, u"call_0_1"_s, u"call_0_0"_s, u"call_0_1"_s});
        row("some are", {calling({u"a"_s, {}}), resultFor(u"a"_s), resultFor({})},
            {u"a"_s, u"call_0_1"_s, u"a"_s, u"call_0_1"_s});
        row("two rounds", {calling({{}}), resultFor({}), calling({{}}), resultFor({})},
            {u"call_0_0"_s, u"call_0_0"_s, u"call_2_0"_s, u"call_2_0"_s});
        row("a result without a call", {resultFor({})}, {QString()});
    }
    void callsAndTheirResultsGetTheSameIds()
    {
        QFETCH(QList<chat::Message>, messages);
        QFETCH(QStringList, ids);
        dialects::completeCallIds(messages);
        QStringList found;
        for (const chat::Message &message : std::as_const(messages)) {
            for (const chat::ToolCall &call : message.toolCalls)
                found.append(call.id);
            if (message.role == chat::Role::Tool)
                found.append(message.toolCallId);
        }
        QCOMPARE(found, ids);
    }
};

static const bool tstCallIds = sb::testing::add<TstCallIds>();

#include "tst_call_ids.moc"
