#include "core/routing/acceptance/language.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb::routing;
using namespace Qt::StringLiterals;

class TstLanguage final : public QObject
{
    Q_OBJECT
private slots:
    void aParagraphTellsItsLanguage_data();
    void aParagraphTellsItsLanguage();
    void whatCannotBeToldIsNotGuessed_data();
    void whatCannotBeToldIsNotGuessed();
    void tagsAreKnownByTheirPrimarySubtag_data();
    void tagsAreKnownByTheirPrimarySubtag();
};

void TstLanguage::aParagraphTellsItsLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("language");
    const auto row = [](const char *name, const char *language, const QString &text) {
        QTest::newRow(name) << text << QByteArray(language);
    };
    row("en", "en",
        u"The train leaves at noon, and the next one is not due before the evening. Take your seat early."_s);
    row("en, technical", "en",
        u"Install the package with the command below, then restart the server so that the new configuration is used."_s);
    row("en, list", "en",
        u"- Open the settings\n- Choose your account\n- Click on the button that says Remove\n- Confirm with OK"_s);
    row("de", "de", u"Der Zug fährt um zwölf Uhr ab, und der nächste kommt erst am Abend. Nehmen Sie früh Platz."_s);
    row("de, technical", "de",
        u"Installiere zuerst das Package mit pip und starte dann den Server neu, damit die neue Konfiguration geladen wird."_s);
    row("fr", "fr",
        u"Le train part à midi et le suivant n'arrive que dans la soirée. Prenez place assez tôt, s'il vous plaît."_s);
    row("es", "es",
        u"El tren sale al mediodía y el siguiente no llega hasta la noche. Tome asiento con tiempo, por favor."_s);
    row("it", "it",
        u"Il treno parte a mezzogiorno e il prossimo non arriva prima di sera. Prenda posto per tempo, per favore."_s);
    row("pt", "pt",
        u"O trem parte ao meio-dia e o próximo não chega antes da noite. Por favor, ocupe o seu lugar mais cedo."_s);
    row("nl", "nl",
        u"De trein vertrekt om twaalf uur en de volgende komt pas in de avond. Neem op tijd plaats in het rijtuig."_s);
    row("pl", "pl",
        u"Pociąg odjeżdża w południe, a następny będzie dopiero wieczorem. Proszę zająć miejsce, zanim się zapełni."_s);
    row("tr", "tr",
        u"Tren öğlen kalkıyor ve bir sonraki akşama kadar gelmiyor. Bu yüzden yerinizi erken almanız daha iyi olur."_s);
    row("sv", "sv",
        u"Tåget går klockan tolv och nästa kommer inte förrän på kvällen. Det är bra att vara på plats i tid."_s);
    row("ru", "ru",
        u"Поезд отправляется в полдень, а следующий будет только вечером. Займите место заранее, чтобы не стоять."_s);
    row("uk", "uk",
        u"Потяг вирушає опівдні, а наступний буде лише ввечері. Займіть місце заздалегідь, щоб не стояти в проході."_s);
    row("bg", "bg",
        u"Влакът тръгва на обяд, а следващият ще дойде чак вечерта. Заемете място по-рано, за да не стоите прави."_s);
    row("cs", "cs",
        u"Vlak odjíždí v poledne a další přijede až večer. Prosím, posaďte se včas, aby na vás zbylo místo u okna."_s);
    row("ro", "ro",
        u"Trenul pleacă la prânz, iar următorul nu vine decât seara. Vă rog să luați loc din timp, pentru că este aglomerat."_s);
    row("hu", "hu",
        u"A vonat délben indul, és a következő csak este jön. Kérem, foglalja el a helyét időben, mert sokan vannak."_s);
    row("fi", "fi",
        u"Juna lähtee keskipäivällä ja seuraava tulee vasta illalla. Se on täynnä, joten ota paikka ajoissa, niin ei tarvitse seistä."_s);
    row("ca", "ca",
        u"El tren surt al migdia i el següent no arriba fins al vespre. És millor seure aviat, perquè els seients són pocs."_s);
    row("hr", "hr",
        u"Vlak kreće u podne, a sljedeći dolazi tek navečer. Molim vas da na vrijeme zauzmete mjesto jer je gužva i nije lako."_s);
    row("id", "id",
        u"Kereta berangkat pada siang hari dan yang berikutnya tidak akan datang sebelum malam. Silakan duduk lebih awal."_s);
    row("vi", "vi",
        u"Tàu khởi hành vào buổi trưa và chuyến sau sẽ không đến trước buổi tối. Bạn nên ngồi vào chỗ của mình sớm hơn."_s);
    row("zh", "zh", u"火车中午出发，下一班要到晚上才来。请提早就座，因为车厢里人很多。"_s);
    row("zh, traditional", "zh", u"火車中午出發，下一班要到晚上才來。請提早就座，因為車廂裡人很多。"_s);
    row("zh with English words", "zh",
        u"请先安装 Docker 和 Git，然后在 terminal 里运行下面的命令，最后重新启动服务器。"_s);
    row("ja", "ja", u"列車は正午に出発し、次の列車は夜まで来ません。早めに席にお着きください。"_s);
    row("ko", "ko", u"기차는 정오에 출발하고 다음 기차는 저녁까지 오지 않습니다. 일찍 자리에 앉아 주세요."_s);
    row("ar", "ar",
        u"يغادر القطار عند الظهر ولن يصل القطار التالي قبل المساء. من فضلك اجلس في مقعدك مبكرا لأن القطار مزدحم في هذا اليوم."_s);
    row("fa", "fa",
        u"قطار ظهر حرکت می کند و قطار بعدی تا شب نمی آید. لطفا زود بنشینید که این قطار شلوغ است و جای کم برای همه دارد."_s);
    row("he", "he", u"הרכבת יוצאת בצהריים והבאה אחריה תגיע רק בערב. נא לתפוס מקום מוקדם."_s);
    row("hi", "hi", u"ट्रेन दोपहर को चलती है और अगली शाम से पहले नहीं आती। कृपया समय पर अपनी सीट पर बैठें क्योंकि इस में भीड़ है।"_s);
    row("el", "el", u"Το τρένο φεύγει το μεσημέρι και το επόμενο δεν έρχεται πριν από το βράδυ."_s);
    row("th", "th", u"รถไฟออกตอนเที่ยงและขบวนถัดไปจะมาถึงในตอนเย็น กรุณานั่งที่นั่งของคุณแต่เนิ่นๆ"_s);
    row("code does not count", "de",
        u"Hier ist die Funktion, die du für den Test brauchst:\n```python\n# The value of the list that is in use and "
        u"not the "
        u"one that was there\nfor the_item in the_list:\n    print(the_item)\n```\nSie gibt jeden Eintrag aus und ist einfach."_s);
    row("an unfinished code block, too", "de",
        u"Hier ist die Funktion, die du für den Test brauchst, sie ist nicht lang:\n```\nif the value is not in the list and it has to be"_s);
    row("a quotation is the smaller part", "de",
        u"Der Satz “to be or not to be” ist der bekannteste aus diesem Stück, und er wird bis heute in vielen Ländern der Welt zitiert, auch wenn sich kaum noch jemand an die Szene erinnert, in der er gesprochen wird."_s);
}

void TstLanguage::aParagraphTellsItsLanguage()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, language);
    QCOMPARE(detectLanguage(text), language);
}

void TstLanguage::whatCannotBeToldIsNotGuessed_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("nothing", u""_s);
    row("a word", u"Paris"_s);
    row("a short sentence", u"The answer is 42."_s);
    row("numbers", u"1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13"_s);
    row("names", u"Alice, Bob, Carol, Dave, Eve, Frank, Grace, Heidi, Ivan, Judy, Mallory, Oscar"_s);
    row("code only", u"```\nthe quick brown fox is in the code and not in the text of the answer\n```"_s);
    row("JSON",
        u"{\"name\": \"Alice\", \"age\": 30, \"city\": \"Paris\", \"tags\": [\"x\", \"y\", \"z\"], \"ok\": true}"_s);
    row("two Chinese signs", u"你好"_s);
    row("half and half",
        u"The train leaves at noon and it is not late. Der Zug fährt um zwölf Uhr ab und ist nicht spät."_s);
    row("a language that is not known",
        u"Treniņš sākas pusdienlaikā, nākamais pienāks vakarā. Lūdzu, ieņemiet vietu laikus."_s);
}

void TstLanguage::whatCannotBeToldIsNotGuessed()
{
    QFETCH(QString, text);
    QCOMPARE(detectLanguage(text), QByteArray());
}

void TstLanguage::tagsAreKnownByTheirPrimarySubtag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("a language") << u"de"_s << QByteArray("de");
    QTest::newRow("a region") << u"pt-BR"_s << QByteArray("pt");
    QTest::newRow("a script") << u"zh-Hant-TW"_s << QByteArray("zh");
    QTest::newRow("upper case") << u"EN"_s << QByteArray("en");
    QTest::newRow("Bokmål") << u"nb-NO"_s << QByteArray("no");
    QTest::newRow("one of its own script") << u"ko"_s << QByteArray("ko");
    QTest::newRow("not told apart") << u"lv"_s << QByteArray();
    QTest::newRow("no language") << u"klingon"_s << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
}

void TstLanguage::tagsAreKnownByTheirPrimarySubtag()
{
    QFETCH(QString, tag);
    QFETCH(QByteArray, language);
    QCOMPARE(knownLanguage(tag), language);
}

static const bool tstLanguage = sb::testing::add<TstLanguage>();

#include "tst_language.moc"
