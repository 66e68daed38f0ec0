#include "core/engine/materials.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using engine::Link;

namespace {

chat::Request request()
{
    chat::Message user = chat::Message::make(chat::Role::User, u"Look at these."_s);
    user.parts.append(chat::ImagePart{.url = "https://example.org/a.png"});
    user.parts.append(chat::ImagePart{.url = "data:image/png;base64,AAAA"});
    user.parts.append(chat::FilePart{.data = "https://example.org/b.pdf"});
    user.parts.append(chat::FilePart{.fileId = u"file-1"_s});
    user.parts.append(chat::ImagePart{.url = "https://example.org/a.png"});
    return {.messages = {chat::Message::make(chat::Role::System, u"Be brief."_s), user}};
}

QStringList needed(catalog::DialectId dialect, const catalog::Quirks &quirks = {})
{
    QStringList lines;
    for (const Link &link : engine::linksToFetch(request(), *dialects::clientDialect(dialect), {.quirks = quirks}))
        lines.append(link.path + u' ' + QString::fromUtf8(link.url) + (link.isImage ? u" image"_s : u" file"_s));
    return lines;
}

} // namespace

class TstMaterials : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatADialectCannotTakeAsALinkIsFetchedAndOnce()
    {
        const QString image = u"messages[1].content[1] https://example.org/a.png image"_s;
        const QString file = u"messages[1].content[3] https://example.org/b.pdf file"_s;
        using enum catalog::DialectId;
        QCOMPARE(needed(GeminiGenerateContent), (QStringList{image, file}));
        QCOMPARE(needed(OpenAiChat), QStringList{file});
        QCOMPARE(needed(OpenAiChat, {.noImageLinks = true}), (QStringList{image, file}));
        QCOMPARE(needed(OpenAiChat, {.routerMembers = true}), QStringList());
    }

    void whatGoogleReadsItselfStaysALink_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *url, bool stays) { QTest::newRow(url) << QByteArray(url) << stays; };
        row("https://generativelanguage.googleapis.com/v1beta/files/x", true);
        row("https://www.youtube.com/watch?v=x", true);
        row("https://youtu.be/x", true);
        row("https://youtube.com.example.org/x", false);
        row("https://example.org/?youtube.com", false);
    }
    void whatGoogleReadsItselfStaysALink()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, stays);
        chat::Message user{.role = chat::Role::User, .parts = {chat::FilePart{.data = url}}};
        const auto &gemini = *dialects::clientDialect(catalog::DialectId::GeminiGenerateContent);
        QCOMPARE(engine::linksToFetch({.messages = {user}}, gemini, {}).isEmpty(), stays);
    }

    void bytesTakeThePlaceOfTheirLinks()
    {
        const QList<Link> links{{.url = "https://example.org/a.png", .isImage = true}};
        const chat::Request filled = engine::withBytes(
            request(), links, {{"https://example.org/a.png", {.bytes = "abc", .mimeType = "image/png"}}});
        const QList<chat::Part> &parts = filled.messages[1].parts;
        QCOMPARE(std::get<chat::ImagePart>(parts[1]).url, QByteArray("data:image/png;base64,YWJj"));
        QCOMPARE(std::get<chat::ImagePart>(parts[2]).url, QByteArray("data:image/png;base64,AAAA"));
        QCOMPARE(std::get<chat::FilePart>(parts[3]).data, QByteArray("https://example.org/b.pdf"));
        QCOMPARE(std::get<chat::ImagePart>(parts[5]).url, QByteArray("data:image/png;base64,YWJj"));
    }
};

static const bool tstMaterials = sb::testing::add<TstMaterials>();

#include "tst_materials.moc"
