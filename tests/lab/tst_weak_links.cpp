#include "core/lab/weak_links.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

using Members = QList<Member>;

QByteArrayList idsOf(const QList<lab::WeakLink> &links)
{
    QByteArrayList ids;
    for (const lab::WeakLink &link : links)
        ids.append(link.id);
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(Members)

class TstWeakLinks : public QObject
{
    Q_OBJECT

private slots:
    void whatAChainIsMadeOf_data()
    {
        QTest::addColumn<Members>("members");
        QTest::addColumn<QByteArrayList>("ids");
        QTest::addColumn<QString>("first");
        const Member a{.id = u"a"_s};
        const Member large{.id = u"b"_s, .prefill = true, .window = 200'000};
        const Member here{.id = u"c"_s, .local = true};
        QTest::newRow("nothing is wrong") << Members{a, large, here} << QByteArrayList{} << QString();
        QTest::newRow("one endpoint") << Members{a} << QByteArrayList{"one_endpoint", "no_local"}
                                      << u"There is one endpoint only, a/m: when it fails, nobody answers."_s;
        QTest::newRow("nothing here") << Members{a, large} << QByteArrayList{"no_local"}
                                      << u"Nothing runs on this machine: without a network nobody answers."_s;
        Member pooled = large;
        pooled.baseUrl = QUrl(u"https://a.test/other/v1"_s);
        QTest::newRow("two accounts that are one")
            << Members{a, pooled, here} << QByteArrayList{"shared_pool"}
            << u"Step 2 shares its credit pool with step 1: an empty account or a refused key ends both."_s;
        QTest::newRow("a step that was asked before")
            << Members{a, large, a, here} << QByteArrayList{"repeated_step", "shared_pool"}
            << u"Step 3 asks only whom earlier steps have asked already."_s;
        Member sameModel = large;
        sameModel.model = u"author-a/m"_s;
        Member sameHere = here;
        sameHere.model = u"author-a/m"_s;
        QTest::newRow("one model") << Members{a, sameModel, sameHere} << QByteArrayList{"one_model"}
                                   << u"Every step asks the same model, author-a/m: a prompt that is too long for it, "
                                      "or that it refuses, has nowhere to go."_s;
        Member sister = large;
        sister.model = u"author-a/large"_s;
        QTest::newRow("one family")
            << Members{a, sister, sameHere} << QByteArrayList{"one_family"}
            << u"Every model is of author-a: what one of them refuses, the others likely refuse, too."_s;
        Member small = large;
        small.window = 8'000;
        QTest::newRow("no larger window")
            << Members{a, small, here} << QByteArrayList{"no_larger_window"}
            << u"No later step has a larger window than the first (32000 tokens): what does not fit there fits "
               "nowhere."_s;
        Member mute = large;
        mute.prefill = false;
        QTest::newRow("nobody goes on")
            << Members{a, mute, here} << QByteArrayList{"nobody_goes_on"}
            << u"An answer that breaks off stays broken: nobody else can go on from a text that another model "
               "began."_s;
    }

    void whatAChainIsMadeOf()
    {
        QFETCH(Members, members);
        QFETCH(QString, first);
        const QList<lab::WeakLink> links = lab::weakLinks(chainOf(members), companyOf(members), {});
        QTEST(idsOf(links), "ids");
        QCOMPARE(links.isEmpty() ? QString() : links.constFirst().sentence, first);
    }

    void oneProviderForAll()
    {
        const Members members{{.id = u"a"_s}};
        const catalog::Catalog catalog = companyOf(members);
        catalog::Endpoint other = *catalog.endpoint(u"a/m"_s);
        other.id = u"a/n"_s;
        other.modelId = u"author-x/n"_s;
        other.contextTokens = 200'000;
        routing::Chain chain = chainOf(members);
        chain.steps.append({.model = other.modelId});
        const QList<lab::WeakLink> links =
            lab::weakLinks(chain, catalog::Catalog(catalog.providers(), catalog.endpoints() + QList{other}), {});
        QCOMPARE(links.constFirst().id, "one_provider");
        QCOMPARE(links.constFirst().sentence,
                 u"Every step asks A: its outage, its key and its credit end all of them."_s);
        QCOMPARE(links.constFirst().steps, (QList<qsizetype>{0, 1}));
    }

    void whatTheStepsSay()
    {
        const Members members{
            {.id = u"a"_s}, {.id = u"b"_s, .prefill = true, .window = 200'000}, {.id = u"c"_s, .local = true}};
        routing::Chain chain = chainOf(members);
        chain.steps[1].moveOn.silence = false;
        QCOMPARE(idsOf(lab::weakLinks(chain, companyOf(members), {})), QByteArrayList{"does_not_move_on"});
        chain.steps[1].moveOn.silence = true;
        chain.steps[2].moveOn.silence = false; // behind it is nobody
        QCOMPARE(idsOf(lab::weakLinks(chain, companyOf(members), {})), QByteArrayList{});
        chain.afterFirstContent = routing::AfterFirstContent::Error;
        QCOMPARE(idsOf(lab::weakLinks(chain, companyOf(members), {})), QByteArrayList{"ends_after_content"});
        chain.afterFirstContent = routing::AfterFirstContent::Hold;
        QCOMPARE(idsOf(lab::weakLinks(chain, companyOf(members), {})), QByteArrayList{});
        chain.steps[2].moveOn.silence = true;
        chain.steps.append({.model = u"no/body"_s});
        QCOMPARE(idsOf(lab::weakLinks(chain, companyOf(members), {})), QByteArrayList{"empty_step"});
    }

    void whatTheRehearsalShowed()
    {
        const Members members{
            {.id = u"a"_s}, {.id = u"b"_s, .prefill = true, .window = 200'000}, {.id = u"c"_s, .local = true}};
        lab::Scorecard scorecard;
        scorecard.results = {{.fault = "silence", .title = u"nothing comes"_s, .passed = true, .waited = 10min},
                             {.fault = "trickle", .title = u"it trickles"_s, .passed = true, .waited = 30min},
                             {.fault = "cut", .title = u"it breaks"_s, .passed = false, .waited = 1s}};
        const QList<lab::WeakLink> links = lab::weakLinks(chainOf(members), companyOf(members), scorecard);
        QCOMPARE(idsOf(links), (QByteArrayList{"fails", "long_wait"}));
        QCOMPARE(links.at(0).sentence, u"It does not come through this: it breaks."_s);
        QCOMPARE(links.at(1).sentence,
                 u"The caller waits for 600 s when this happens: nothing comes. Few programs wait that long."_s);
    }
};

static const bool tstWeakLinks = sb::testing::add<TstWeakLinks>();

#include "tst_weak_links.moc"
