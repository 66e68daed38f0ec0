#include "tests/app/program.h"
#include "tests/net/scripted_server.h"
#include "tests/secrets/keyring.h"
#include "tests/testing/cannot_run.h"
#include "tests/testing/mount.h"
#include "tests/testing/testing.h"

#include "core/secrets/key_store.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using testing::Mount;
using testing::Program;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using testing::TestProfile;

namespace {

const QStringList Easy{u"--model"_s, u"practice/local-line"_s, u"Hello"_s};
const QByteArray RightKey = "sk-canary-0123456789";

void storeKey(const QString &provider, const QUrl &url)
{
    const SystemClock clock;
    secrets::KeyStore store(clock);
    QSignalSpy stored(&store, &secrets::KeyStore::stored);
    store.store(provider, url, RightKey);
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().at(1).value<Result<secrets::Kept>>().value(), secrets::Kept::InKeychain);
}

ScriptedServer::Script answering(const QByteArray &bytes)
{
    return [bytes](ScriptedConnection &connection) {
        connection.readRequest();
        connection.send(bytes);
        connection.finish();
    };
}

QByteArray page(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

const QByteArray WholeAnswer =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    R"(data: {"id":"1","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{"content":"Yes."},"finish_reason":"stop"}]})"
    "\n\ndata: [DONE]\n\n";

} // namespace

/// What goes wrong in real life gets a sentence that says what to do, and loses nothing.
class TstBadInput : public QObject
{
    Q_OBJECT
private slots:
    void aFileThatCannotBeUsedIsNamedAndKept_data();
    void aFileThatCannotBeUsedIsNamedAndKept();
    void aProfileThatCannotBeUsedIsNamed_data();
    void aProfileThatCannotBeUsedIsNamed();
    void aFullDiskIsSaidBeforeAnythingIsSent();
    void aProviderThatMisbehavesIsExplained_data();
    void aProviderThatMisbehavesIsExplained();
    void aWrongRegionIsExplained_data();
    void aWrongRegionIsExplained();
    void aMissingKeySaysHowToGiveOne_data();
    void aMissingKeySaysHowToGiveOne();
    void aKeyOfTheKeychainServes();
    void aKeyForAnotherAddressIsNotSent();
    void aLockedKeychainIsSaid();
};

void TstBadInput::aFileThatCannotBeUsedIsNamedAndKept_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("says");
    const QStringList doThis{u"correct it or remove it"_s};
    const QString settings = u"settings.json"_s;
    const QString chain = u"chains/night.json"_s;
    const QStringList night{u"--chain"_s, u"night"_s, u"Hello"_s};
    QTest::newRow("settings that are no JSON")
        << settings << QByteArray("{") << Easy << 1 << QStringList{u"settings.json"_s, u"JSON"_s} + doThis;
    QTest::newRow("a setting that is none") << settings << QByteArray(R"({"version": 1, "theme": "pink"})") << Easy << 1
                                            << QStringList{u"theme"_s, u"pink"_s} + doThis;
    QTest::newRow("settings of a newer program")
        << settings << QByteArray(R"({"version": 99})") << Easy << 1 << QStringList{u"newer"_s} + doThis;
    QTest::newRow("a broken chain, another is asked")
        << chain << QByteArray("{") << Easy << 0 << QStringList{u"night.json"_s} + doThis;
    QTest::newRow("a broken chain that is asked")
        << chain << QByteArray(R"({"format": 1, "name": "night", "version": 1, "steps": [{"model": 7}]})") << night << 1
        << QStringList{u"night.json"_s, u"steps[0].model"_s, u"There is no chain “night”"_s} + doThis;
    QTest::newRow("a broken provider") << u"providers/acme.json"_s << QByteArray(R"({"version": 1, "id": "acme"})")
                                       << Easy << 0 << QStringList{u"acme.json"_s, u"name"_s} + doThis;
    QTest::newRow("a provider with a key in its address")
        << u"providers/acme.json"_s
        << QByteArray(R"({"version": 1, "id": "acme", "name": "Acme", "base_url": "https://me:pw@acme.example/v1"})")
        << Easy << 0 << QStringList{u"acme.json"_s, u"base_url"_s} + doThis;
    QTest::newRow("a provider that claims another's id")
        << u"providers/acme.json"_s
        << QByteArray(R"({"version": 1, "id": "openai", "name": "OpenAI", "base_url": "https://evil.example/v1"})")
        << Easy << 0 << QStringList{u"acme.json"_s, u"openai"_s, u"as the file is called"_s} + doThis;
    QTest::newRow("an address part that is another host")
        << u"providers/acme.json"_s
        << QByteArray(R"({"version": 1, "id": "acme", "name": "Acme", "base_url": "https://{box}.acme.example/v1",)"
                      R"( "address_parts": {"box": "evil.example/"}})")
        << Easy << 0 << QStringList{u"acme.json"_s, u"address_parts.box"_s} + doThis;
    QTest::newRow("prices of nobody") << u"catalog/acme.json"_s
                                      << QByteArray(R"({"version": 1, "provider": "acme", "endpoints": []})") << Easy
                                      << 0 << QStringList{u"acme.json"_s} + doThis;
    QTest::newRow("a damaged register") << u"usage.sqlite"_s << QByteArray(40'000, 'x') << Easy << 0
                                        << QStringList{u"usage.sqlite"_s, u"damaged"_s, u"backup"_s};
}

void TstBadInput::aFileThatCannotBeUsedIsNamedAndKept()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, says);
    const TestProfile profile;
    const QString path = profile.root() + u'/' + file;
    TestProfile::write(path, bytes);
    Program program(profile);
    program.ask(arguments);
    QVERIFY(program.waitForEnd());
    QVERIFY(!program.crashed());
    const QString said = QString::fromUtf8(program.errors());
    QTEST(program.exitCode(), "code");
    for (const QString &part : says)
        QVERIFY2(said.contains(part), qPrintable(said));
    QCOMPARE(TestProfile::read(path), bytes);
}

void TstBadInput::aProfileThatCannotBeUsedIsNamed_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("a file") << u"file"_s << u"Not a directory"_s;
    QTest::newRow("a folder full of other things") << u"full"_s << u"Name a folder that is new, empty or a profile"_s;
    QTest::newRow("a folder that may not be written") << u"read-only"_s << u"may not be written. Check who owns it"_s;
}

void TstBadInput::aProfileThatCannotBeUsedIsNamed()
{
    QFETCH(QString, kind);
    QFETCH(QString, says);
    const TestProfile any;
    const QTemporaryDir folder;
    QString root = folder.filePath(u"thing"_s);
    std::optional<Mount> readOnly; // rights do not stop root
    if (kind == "read-only"_L1) {
        readOnly.emplace("size=1m", MS_RDONLY);
        if (!readOnly->isMounted())
            SIGNALBOX_CANNOT_RUN("no right to mount a file system that cannot be written");
        root = readOnly->path(u"profile"_s);
    } else if (kind == "file"_L1) {
        TestProfile::write(root, "mine");
    } else {
        QVERIFY(QDir().mkpath(root));
        TestProfile::write(root + u"/letter.txt"_s, "mine");
    }
    Program program(any);
    program.run(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"--profile"_s, root, u"ask"_s} + Easy);
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QString said = QString::fromUtf8(program.errors());
    QVERIFY2(said.contains(says) && said.contains(root), qPrintable(said));
    if (kind == "full"_L1)
        QCOMPARE(QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"letter.txt"_s});
}

void TstBadInput::aFullDiskIsSaidBeforeAnythingIsSent()
{
    ScriptedServer server(answering(WholeAnswer));
    const Mount small("size=128k");
    if (!small.isMounted())
        SIGNALBOX_CANNOT_RUN("no right to mount a small file system");
    TestProfile profile;
    profile.addProvider(u"acme"_s, server.url());
    const QString root = small.path(u"profile"_s);
    QVERIFY(profile::prepare(root));
    for (const QString &file : {u"/providers/acme.json"_s, u"/catalog/acme.json"_s})
        TestProfile::write(root + file, TestProfile::read(profile.root() + file));
    small.fill();

    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromLatin1(RightKey));
    program.run(QStringLiteral(SIGNALBOX_PROGRAM),
                {u"--profile"_s, root, u"ask"_s, u"--keys-from-env=acme"_s, u"--model"_s, u"test/acme"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QByteArray said = program.errors();
    QVERIFY2(said.contains("full") && said.contains("Free some space"), said.constData());
    QCOMPARE(server.requests(), 0);
}

void TstBadInput::aProviderThatMisbehavesIsExplained_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("a web page instead of an answer")
        << page("200 OK", "text/html", "<html><title>Welcome</title></html>")
        << QStringList{u"web page"_s, u"base URL"_s};
    QTest::newRow("a proxy's page") << page("502 Bad Gateway", "text/html",
                                            "<html><title>502 Bad Gateway</title></html>")
                                    << QStringList{u"502 Bad Gateway"_s};
    QTest::newRow("a wrong key") << page("401 Unauthorized", "application/json",
                                         R"({"error": {"message": "Incorrect API key provided."}})")
                                 << QStringList{u"acme refused the key. Change it in Providers."_s,
                                                u"Incorrect API key"_s};
    QTest::newRow("an expired key") << page("401 Unauthorized", "application/json",
                                            R"({"error": {"message": "This API key has expired."}})")
                                    << QStringList{u"acme refused the key. Change it in Providers."_s, u"expired"_s};
    QTest::newRow("a key without credit")
        << page("402 Payment Required", "application/json", R"({"error": {"message": "Insufficient credits."}})")
        << QStringList{u"no credit at acme"_s, u"Top it up"_s};
    QTest::newRow("a text that is no answer")
        << page("200 OK", "text/plain", "It works!") << QStringList{u"neither JSON nor an event stream"_s};
    QTest::newRow("an answer that a proxy compressed")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: br\r\n"
                      "Content-Length: 4\r\n\r\nzzzz")
        << QStringList{u"compressed (br)"_s, u"proxy"_s};
    QTest::newRow("a redirect to another host")
        << QByteArray("HTTP/1.1 307 Temporary Redirect\r\nLocation: https://evil.example/v1\r\n"
                      "Content-Length: 0\r\n\r\n")
        << QStringList{u"not followed, since the key would go there"_s};
    QTest::newRow("an error inside a 200")
        << page("200 OK", "application/json", R"({"error": {"message": "Invalid API key.", "code": 401}})")
        << QStringList{u"acme refused the key. Change it in Providers."_s};
    QTest::newRow("no HTTP at all") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QStringList{u"127.0.0.1"_s};
}

void TstBadInput::aProviderThatMisbehavesIsExplained()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, says);
    ScriptedServer server(answering(bytes));
    TestProfile profile;
    profile.addProvider(u"acme"_s, server.url());
    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromLatin1(RightKey));
    program.ask({u"--keys-from-env=acme"_s, u"--model"_s, u"test/acme"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QString said = QString::fromUtf8(program.errors());
    for (const QString &part : says)
        QVERIFY2(said.contains(part), qPrintable(said));
}

// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html,
// https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html,
// https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/api-errors
void TstBadInput::aWrongRegionIsExplained_data()
{
    using Auth = catalog::Provider::Auth;
    QTest::addColumn<catalog::Provider>("provider");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("says");
    const catalog::Provider bedrock{
        .regionUrls = {{.region = u"us-east-1"_s,
                        .baseUrl = QUrl(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s)}},
        .dialect = catalog::DialectId::BedrockConverse,
        .auth = Auth::AwsSigV4,
        .awsRegion = u"eu-west-1"_s};
    QTest::newRow("Bedrock, signed for another region")
        << bedrock
        << page("403 Forbidden", "application/json\r\nx-amzn-ErrorType: InvalidSignatureException",
                R"({"message":"Credential should be scoped to a valid region. "})")
        << QStringList{u"far was asked with a signature for eu-west-1, which is not its region"_s,
                       u"Choose the region of its address in Providers"_s, u"scoped to a valid region"_s};
    QTest::newRow("Bedrock, a region without the model")
        << bedrock
        << page("400 Bad Request",
                "application/json\r\nx-amzn-ErrorType: ValidationException:http://internal.amazon.com/",
                R"({"message":"The provided model identifier is invalid."})")
        << QStringList{u"far does not have this model in the region of its address"_s,
                       u"Choose another region in Providers"_s, u"identifier is invalid"_s};
    QTest::newRow("Bedrock, a region without access to the model")
        << bedrock
        << page("403 Forbidden", "application/json\r\nx-amzn-ErrorType: AccessDeniedException",
                R"({"message":"You don't have access to the model with the specified model ID."})")
        << QStringList{u"Allow it there, or take another region or key in Providers"_s, u"have access to the model"_s};
    const catalog::Provider vertex{
        .regionUrls = {{.region = u"us-east5"_s,
                        .baseUrl = QUrl(u"https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/"
                                        "publishers/google"_s)}},
        .dialect = catalog::DialectId::GeminiGenerateContent};
    QTest::newRow("Vertex, a region without the model")
        << vertex
        << page(
               "404 Not Found", "application/json; charset=UTF-8",
               R"({"error":{"code":404,"message":"Publisher Model `projects/p/locations/europe-west9/publishers/google/models/m` )"
               R"(was not found or your project does not have access to it. Please ensure you are using a valid model )"
               R"(version.","status":"NOT_FOUND"}})")
        << QStringList{u"far does not have this model in the region of its address, or not for this account"_s,
                       u"Choose another region in Providers"_s, u"your project does not have access to it"_s};
}

void TstBadInput::aWrongRegionIsExplained()
{
    QFETCH(catalog::Provider, provider);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, says);
    ScriptedServer server(answering(bytes));
    provider.id = u"far"_s;
    provider.name = u"far"_s;
    provider.baseUrl = server.url();
    TestProfile profile;
    profile.addProvider(provider);
    const bool signs = provider.auth == catalog::Provider::Auth::AwsSigV4;
    const QByteArray key = signs ? "AKIDCANARY0123456789:" + RightKey : RightKey;
    Program program(profile);
    program.setVariable(QString::fromLatin1(testing::KeyVariable), QString::fromLatin1(key));
    program.ask({u"--keys-from-env=far"_s, u"--model"_s, u"test/far"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QString said = QString::fromUtf8(program.errors());
    for (const QString &part : says)
        QVERIFY2(said.contains(part), qPrintable(said));
    QCOMPARE(server.requests(), 1); // the same again would be no better
    const QByteArray asked = server.received().constFirst();
    QVERIFY2(asked.contains(signs ? "/eu-west-1/bedrock/aws4_request" : "Bearer " + RightKey), asked.constData());
}

void TstBadInput::aMissingKeySaysHowToGiveOne_data()
{
    QTest::addColumn<bool>("session");
    QTest::newRow("with a keychain") << true;
    QTest::newRow("without a keychain") << false;
}

void TstBadInput::aMissingKeySaysHowToGiveOne()
{
    QFETCH(bool, session);
    TestProfile profile;
    profile.addProvider(u"keyless"_s, QUrl(u"http://127.0.0.1:9"_s));
    Program program(profile);
    if (!session) {
        program.setVariable(u"XDG_RUNTIME_DIR"_s, profile.root());
        program.removeVariable(u"DBUS_SESSION_BUS_ADDRESS"_s);
    }
    program.ask({u"--model"_s, u"test/keyless"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QString said = QString::fromUtf8(program.errors());
    for (const QString &part : {u"There is no key for keyless"_s, u"under Providers"_s,
                                u'$' + QString::fromLatin1(testing::KeyVariable), u"--keys-from-env=keyless"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY2(said.contains(u"There is no keychain on this system"_s) != session, qPrintable(said));
}

void TstBadInput::aKeyOfTheKeychainServes()
{
    ScriptedServer server(answering(WholeAnswer));
    TestProfile profile;
    profile.addProvider(u"kept"_s, server.url());
    storeKey(u"kept"_s, server.url());
    Program program(profile);
    program.ask({u"--model"_s, u"test/kept"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    const QByteArray said = program.errors();
    QVERIFY2(program.exitCode() == 0, said.constData());
    QCOMPARE(program.output().trimmed(), "Yes.");
    QVERIFY2(said.contains("kept: key from the keychain, for http://127.0.0.1:"), said.constData());
    QVERIFY(server.received().constFirst().contains("Bearer " + RightKey));
}

void TstBadInput::aKeyForAnotherAddressIsNotSent()
{
    ScriptedServer server(answering(WholeAnswer));
    TestProfile profile;
    profile.addProvider(u"moved"_s, server.url());
    storeKey(u"moved"_s, QUrl(u"https://api.example.com/v1"_s));
    Program program(profile);
    program.ask({u"--model"_s, u"test/moved"_s, u"Hello"_s});
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.exitCode(), 1);
    const QString said = QString::fromUtf8(program.errors());
    for (const QString &part : {u"was entered for https://api.example.com:443"_s, u"is not sent to http://127.0.0.1:"_s,
                                u"Confirm the address in Providers"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
    QCOMPARE(server.requests(), 0);
}

void TstBadInput::aLockedKeychainIsSaid()
{
    ScriptedServer server(answering(WholeAnswer));
    TestProfile profile;
    profile.addProvider(u"behind"_s, server.url());
    storeKey(u"behind"_s, server.url());
    testing::keyring::lock();
    Program locked(profile);
    locked.ask({u"--model"_s, u"test/behind"_s, u"Hello"_s});
    const bool ended = locked.waitForEnd();
    testing::keyring::unlock();
    QVERIFY(ended);
    QCOMPARE(locked.exitCode(), 1);
    const QString said = QString::fromUtf8(locked.errors());
    QVERIFY2(said.contains(u"keychain"_s) && said.contains(u"Unlock it"_s), qPrintable(said));
    QCOMPARE(server.requests(), 0);

    Program unlocked(profile);
    unlocked.ask({u"--model"_s, u"test/behind"_s, u"Hello"_s});
    QVERIFY(unlocked.waitForEnd());
    QCOMPARE(unlocked.exitCode(), 0); // nothing was lost
}

static const bool tstBadInput = sb::testing::add<TstBadInput>();

#include "tst_bad_input.moc"
