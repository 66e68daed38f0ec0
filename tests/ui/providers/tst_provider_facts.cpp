#include "ui/providers/provider_facts.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using Outcome = engine::ProviderCheck::Outcome;

namespace {

ProviderFacts remote(std::optional<secrets::KeyInfo> key = {})
{
    return {.provider = {.id = u"x"_s, .name = u"Example"_s, .baseUrl = QUrl(u"https://api.example/v1"_s)},
            .models = 6,
            .key = key};
}

secrets::KeyInfo key()
{
    return {.source = u"keychain"_s, .origin = "https://api.example:443", .lastFour = u"3f9A"_s};
}

ProviderFacts local()
{
    return {.provider = {.id = u"ollama"_s,
                         .name = u"Ollama"_s,
                         .baseUrl = QUrl(u"http://127.0.0.1:11434/v1"_s),
                         .auth = catalog::Provider::Auth::None,
                         .local = true},
            .models = 2};
}

ProviderFacts checked(ProviderFacts facts, Outcome outcome, int status = 0)
{
    facts.check = engine::ProviderCheck{.providerId = facts.provider.id, .outcome = outcome, .httpStatus = status};
    return facts;
}

template <typename Change>
ProviderFacts with(ProviderFacts facts, const Change &change)
{
    change(facts);
    return facts;
}

} // namespace

Q_DECLARE_METATYPE(sb::ui::ProviderFacts)

class TstProviderFacts final : public QObject
{
    Q_OBJECT
private slots:
    void theSecondLineSaysHowAProviderStands_data();
    void theSecondLineSaysHowAProviderStands();
    void whatOnlyAPersonCanMendIsTold_data();
    void whatOnlyAPersonCanMendIsTold();
    void aKeychainThatKeepsNothingIsTold();
    void theDataPolicyIsReadAsASentence();
    void whatWasLookedForInVainHasItsDay();
};

void TstProviderFacts::theSecondLineSaysHowAProviderStands_data()
{
    QTest::addColumn<ProviderFacts>("facts");
    QTest::addColumn<Signal>("signal");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *name, const ProviderFacts &facts, Signal signal, const QString &second) {
        QTest::newRow(name) << facts << signal << second;
    };
    row("a key", remote(key()), Signal::Clear, u"key ends 3f9A, 6 model(s)"_s);
    row("no key", remote(), Signal::Off, u"no key"_s);
    row("a part of the address is missing",
        with(remote(key()),
             [](ProviderFacts &f) {
                 f.provider.addressForm = u"https://{resource}.example/v1"_s;
                 f.provider.baseUrl.clear();
             }),
        Signal::Caution, u"fill in: resource"_s);
    row("a service account", with(remote(key()), [](ProviderFacts &f) { f.key->account = u"me@line-1"_s; }),
        Signal::Clear, u"key of me@line-1, 6 model(s)"_s);
    row("a key for this session", with(remote(key()), [](ProviderFacts &f) { f.key->source = u"session"_s; }),
        Signal::Clear, u"key ends 3f9A, this session only, 6 model(s)"_s);
    row("a short key", with(remote(key()), [](ProviderFacts &f) { f.key->lastFour.clear(); }), Signal::Clear,
        u"key kept, 6 model(s)"_s);
    row("no models yet", with(remote(key()), [](ProviderFacts &f) { f.models = 0; }), Signal::Caution,
        u"key ends 3f9A, no models yet"_s);
    row("a key for another address", with(remote(key()), [](ProviderFacts &f) { f.key->needsConfirmation = true; }),
        Signal::Caution, u"key is for another address"_s);
    row("switched off", with(remote(key()), [](ProviderFacts &f) { f.provider.enabled = false; }), Signal::Off,
        u"not in use"_s);
    row("being asked", with(remote(key()), [](ProviderFacts &f) { f.checking = true; }), Signal::Off, u"being asked"_s);
    row("the test said 401", checked(remote(key()), Outcome::KeyRefused, 401), Signal::Stop, u"key refused, 401"_s);
    row("a request was refused", with(remote(key()), [](ProviderFacts &f) { f.rejected = true; }), Signal::Stop,
        u"key refused"_s);
    row("not reachable", checked(remote(key()), Outcome::NotReachable), Signal::Caution,
        u"key ends 3f9A, not reachable"_s);
    row("the test went well", checked(remote(key()), Outcome::Good, 200), Signal::Clear,
        u"key ends 3f9A, 6 model(s)"_s);
    row("a local server that was not asked", local(), Signal::Off, u"127.0.0.1:11434, no key needed"_s);
    row("a local server that runs", checked(local(), Outcome::Good, 200), Signal::Clear,
        u"127.0.0.1:11434, no key needed"_s);
    row("a local server that does not run", checked(local(), Outcome::NotReachable), Signal::Off,
        u"127.0.0.1:11434, not running"_s);
    row("a local server that wants a key", checked(local(), Outcome::KeyMissing, 401), Signal::Caution,
        u"127.0.0.1:11434, wants a key, 401"_s);
    row("the practice line", {.provider = {.id = PracticeLine, .practice = true}}, Signal::Clear,
        u"simulated, always there"_s);
}

void TstProviderFacts::theSecondLineSaysHowAProviderStands()
{
    QFETCH(ProviderFacts, facts);
    QFETCH(Signal, signal);
    QFETCH(QString, second);
    const ProviderLine line = lineOf(facts);
    QCOMPARE(line.second, second);
    QCOMPARE(line.signal, signal);
    QVERIFY(!line.word.isEmpty());
}

void TstProviderFacts::whatOnlyAPersonCanMendIsTold_data()
{
    QTest::addColumn<ProviderFacts>("facts");
    QTest::addColumn<int>("act"); // -1: nothing to do
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const ProviderFacts &facts, int act, const QString &says = {}) {
        QTest::newRow(name) << facts << act << says;
    };
    row("all well", remote(key()), -1);
    row("no key is no fault", remote(), -1);
    row("a refused key", checked(remote(key()), Outcome::KeyRefused, 401), int(Hand::Act::ReplaceKey),
        u"Example refused its key at"_s);
    row("skipped by requests", with(remote(key()), [](ProviderFacts &f) { f.rejected = true; }),
        int(Hand::Act::ReplaceKey), u"no credit"_s);
    row("another address", with(remote(key()), [](ProviderFacts &f) { f.key->needsConfirmation = true; }),
        int(Hand::Act::ConfirmKey), u"was entered for api.example"_s);
    row("switched off, nobody is waiting",
        with(checked(remote(key()), Outcome::KeyRefused, 401), [](ProviderFacts &f) { f.provider.enabled = false; }),
        -1);
}

void TstProviderFacts::whatOnlyAPersonCanMendIsTold()
{
    QFETCH(ProviderFacts, facts);
    QFETCH(int, act);
    QFETCH(QString, says);
    const auto hand = handFor(facts, QTimeZone::utc(), WallTime{});
    QCOMPARE(hand ? int(hand->act) : -1, act);
    if (!hand)
        return;
    QVERIFY2(hand->sentence.contains(says), qPrintable(hand->sentence));
    QCOMPARE(hand->providerId, u"x"_s);
}

void TstProviderFacts::aKeychainThatKeepsNothingIsTold()
{
    using secrets::Keychain;
    QVERIFY(!handFor(Keychain::Usable, true));
    QVERIFY(!handFor(Keychain::Unknown, true));
    QCOMPARE(handFor(Keychain::Locked, false)->act, Hand::Act::UnlockKeychain);
    QVERIFY(!handFor(Keychain::Missing, false)); // nobody has lost anything yet
    QVERIFY(handFor(Keychain::Missing, true));
}

void TstProviderFacts::theDataPolicyIsReadAsASentence()
{
    const auto textOf = [](const catalog::DataPolicy &policy) { return dataPolicyText({.dataPolicy = policy}); };
    QCOMPARE(textOf({}), u"not known"_s);
    QVERIFY(cancelText({}).isEmpty());
    QCOMPARE(cancelText({.cancel = {.stopsBilling = true}}), u"stops the bill"_s);
    QCOMPARE(cancelText({.cancel = {.varies = true}}), u"stops the bill at some of the providers behind it"_s);
    QCOMPARE(textOf({.trains = false, .retentionDays = 0}), u"no training on prompts, keeps nothing"_s);
    QCOMPARE(textOf({.trains = false, .regions = {u"eu"_s, u"us"_s}}),
             u"no training on prompts, processed in EU, US"_s);
    QCOMPARE(textOf({.varies = true}), u"differs from model to model, or with the provider behind it"_s);
    QVERIFY(textOf({.trains = true, .asOf = QDate(2026, 1, 2)}).startsWith(u"trains models on prompts, as of"_s));
}

void TstProviderFacts::whatWasLookedForInVainHasItsDay()
{
    using catalog::ProviderFact;
    const QDate day(2026, 11, 30);
    const QString page = u"https://a.example/docs"_s;
    const catalog::Provider provider{
        .notFound = {
            {.fact = ProviderFact::Cancel, .lookedIn = page, .asOf = day},
            {.fact = ProviderFact::DataPolicy, .lookedIn = page, .asOf = day, .read = catalog::PagesRead::None}}};
    const QString text = QLocale().toString(day, QLocale::ShortFormat);
    QCOMPARE(cancelText(provider), u"not documented (as of %1)"_s.arg(text));
    QCOMPARE(dataPolicyText(provider), u"not known (as of %1)"_s.arg(text));
    QCOMPARE(dataPolicyPage(provider), page);
    QCOMPARE(dataPolicyPage({.dataPolicy = {.trains = false, .source = u"https://b.example"_s}}),
             u"https://b.example"_s);
}

static const bool tstProviderFacts = sb::testing::add<TstProviderFacts>();

#include "tst_provider_facts.moc"
