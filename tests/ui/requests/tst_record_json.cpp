#include "ui/requests/record_json.h"

#include "tests/testing/testing.h"
#include "tests/usage/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

class TstRecordJson final : public QObject
{
    Q_OBJECT
private slots:
    void theWholeRecordHasRequestAndAnswer()
    {
        usage::RequestRecord record{.opened = usage::fullOpenRecord(), .settled = usage::fullSettlement({})};
        record.opened.request = Json::object();
        record.opened.request.set("model", "author/m0");
        record.settled.answer = Json::object();
        record.settled.answer.set("id", "a-1");
        const Json json = ui::recordJson(record, {.seq = 7});
        QCOMPARE(json["request"], record.opened.request);
        QCOMPARE(json["answer"], record.settled.answer);
        QCOMPARE(json["attempts"].size(), record.settled.attempts.size());
    }

    void imagesAreNamedAndNotSpelledOut()
    {
        Json json = Json::object();
        json.set("text", u"word "_s.repeated(1000));
        json.set("image", "data:image/png;base64," + QByteArray(5'100'000, 'A'));
        json.set("sound", QByteArray(4'000, 'B'));
        json.set("number", 3);
        json.set("prose", u"信号所"_s.repeated(1000)); // some languages write without blanks
        Json list = Json::array();
        list.append(json);
        const Json shown = ui::withoutData(list).at(0);
        QCOMPARE(shown["text"], json["text"]);
        QCOMPARE(shown["number"], json["number"]);
        QCOMPARE(shown["prose"], json["prose"]);
        QCOMPARE(shown["image"].toText(), u"data:image/png;base64, … 5.1 MB"_s);
        QVERIFY(shown["sound"].toText().size() < 100);
    }
};

static const bool tstRecordJson = sb::testing::add<TstRecordJson>();

#include "tst_record_json.moc"
