#include "tests/testing/testing.h"
#include "ui/requests/record_curl.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

class TstRecordCurl final : public QObject
{
    Q_OBJECT
private slots:
    void theCommandGoesToTheEndpointThatServed();
    void aShellReadsBackWhatWasAsked();
    void theKeyIsAVariableAndSecretsInAnAddressAreTakenOut();
    void whatCannotBeWrittenIsSaid_data();
    void whatCannotBeWrittenIsSaid();
};

namespace {

catalog::Catalog catalogWith(catalog::Provider provider)
{
    return {{provider},
            {{.id = u"acme/big"_s, .providerId = u"acme"_s, .modelId = u"a/big"_s, .upstreamModel = u"big-2026"_s}}};
}

catalog::Provider acme()
{
    return {.id = u"acme"_s,
            .name = u"Acme"_s,
            .baseUrl = QUrl(u"https://api.acme.test/v1"_s),
            .keyVariables = {u"ACME_KEY"_s}};
}

usage::RequestRecord recordOf(const QString &prompt)
{
    usage::RequestRecord record;
    record.settled.servedEndpoint = u"acme/big"_s;
    Json message = Json::object();
    message.set("role", "user");
    message.set("content", prompt);
    Json messages = Json::array();
    messages.append(message);
    record.opened.request = Json::object();
    record.opened.request.set("model", "chain/mine");
    record.opened.request.set("messages", messages);
    return record;
}

} // namespace

void TstRecordCurl::theCommandGoesToTheEndpointThatServed()
{
    const auto command = ui::curlCommand(recordOf(u"Hello"_s), catalogWith(acme()));
    QVERIFY(command);
    QVERIFY(command->startsWith(u"curl 'https://api.acme.test/v1/chat/completions' \\\n"_s));
    QVERIFY(command->contains(u"\"model\":\"big-2026\""_s));
    QVERIFY(!command->contains(u"chain/mine"_s));
}

void TstRecordCurl::aShellReadsBackWhatWasAsked()
{
    const QString prompt = u"It's \"here\": $HOME `id` \\ and\na line"_s;
    auto command = ui::curlCommand(recordOf(prompt), catalogWith(acme()));
    QVERIFY(command);
    // The last argument, as a shell understands it.
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"curl() { for last; do :; done; printf %s \"$last\"; }; "_s + *command});
    QVERIFY(shell.waitForFinished());
    const auto body = parseJson(shell.readAllStandardOutput());
    QVERIFY(body);
    QCOMPARE((*body)["messages"].at(0)["content"].toText(), prompt);
}

void TstRecordCurl::theKeyIsAVariableAndSecretsInAnAddressAreTakenOut()
{
    catalog::Provider provider = acme();
    provider.baseUrl = QUrl(u"https://user:geheim-12345678@api.acme.test/v1"_s);
    const auto command = ui::curlCommand(recordOf(u"Hello"_s), catalogWith(provider));
    QVERIFY(command);
    QVERIFY(command->contains(u"-H \"Authorization: Bearer $ACME_KEY\""_s));
    QVERIFY(!command->contains(u"geheim"_s));
}

void TstRecordCurl::whatCannotBeWrittenIsSaid_data()
{
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("openAi");
    QTest::newRow("the prompt was not kept") << false << true << true;
    QTest::newRow("the endpoint is gone") << true << false << true;
    QTest::newRow("another wire format") << true << true << false;
}

void TstRecordCurl::whatCannotBeWrittenIsSaid()
{
    QFETCH(bool, kept);
    QFETCH(bool, known);
    QFETCH(bool, openAi);
    usage::RequestRecord record = recordOf(u"Hello"_s);
    if (!kept)
        record.opened.request = {};
    catalog::Provider provider = acme();
    if (!openAi)
        provider.dialect = catalog::DialectId::AnthropicMessages;
    const auto command = ui::curlCommand(record, known ? catalogWith(provider) : catalog::Catalog());
    QVERIFY(!command);
    QVERIFY(!command.error().message.isEmpty());
}

static const bool tstRecordCurl = sb::testing::add<TstRecordCurl>();

#include "tst_record_curl.moc"
