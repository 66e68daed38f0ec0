#include "core/catalog/catalog.h"
#include "resources/data.h"

#include "tests/testing/testing.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;

namespace {

QStringList shipped(const QString &folder)
{
    return QDir(u":/signalbox/"_s + folder).entryList(QDir::Files);
}

Json read(const QString &folder, const QString &name)
{
    QFile file(u":/signalbox/%1/%2"_s.arg(folder, name));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
}

Catalog shippedCatalog()
{
    QList<Provider> providers;
    QList<Endpoint> endpoints;
    for (const QString &name : shipped(u"providers"_s))
        providers.append(parseProvider(read(u"providers"_s, name), name).value_or(Provider{}));
    for (const QString &name : shipped(u"catalog"_s))
        endpoints.append(parseEndpoints(read(u"catalog"_s, name), name).value_or(QList<Endpoint>{}));
    return Catalog(providers, endpoints);
}

} // namespace

class TstShippedData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initData(); }

    void everyProviderFileIsRead_data() { addFiles(u"providers"_s, 11); }
    void everyProviderFileIsRead()
    {
        QFETCH(QString, name);
        const auto provider = parseProvider(read(u"providers"_s, name), name);
        QVERIFY2(provider.has_value(), provider ? "" : qPrintable(provider.error().message));
        QCOMPARE(provider->id + ".json"_L1, name);
        QVERIFY2(provider->extra.isNull(), "a shipped file knows only today's members");
        QCOMPARE(parseProvider(toJson(*provider), name).value(), *provider);
    }

    void everyCatalogFileIsRead_data() { addFiles(u"catalog"_s, 7); }
    void everyCatalogFileIsRead()
    {
        QFETCH(QString, name);
        const auto endpoints = parseEndpoints(read(u"catalog"_s, name), name);
        QVERIFY2(endpoints.has_value(), endpoints ? "" : qPrintable(endpoints.error().message));
        QVERIFY(!endpoints->isEmpty());
        QCOMPARE(endpoints->constFirst().providerId + ".json"_L1, name);
    }

    void everyFileInTheFolderIsPartOfTheProgram()
    {
        for (const QString &folder : {u"providers"_s, u"catalog"_s, u"chains"_s, u"schemas"_s})
            QCOMPARE(shipped(folder), QDir(testing::inSource(u"resources/"_s + folder)).entryList(QDir::Files));
    }

    void everyPriceHasASourceADateAndABound()
    {
        const Catalog catalog = shippedCatalog();
        int priced = 0;
        for (const Endpoint &endpoint : catalog.endpoints()) {
            const std::string text = endpoint.id.toStdString();
            const char *id = text.c_str();
            QVERIFY2(endpoint.price.has_value(), id);
            QVERIFY2(endpoint.price->asOf.isValid(), id);
            const bool practice = catalog.provider(endpoint.providerId)->practice;
            QVERIFY2(endpoint.price->source.startsWith(practice ? "about:practice"_L1 : "https://"_L1), id);
            QVERIFY2(endpoint.contextTokens && endpoint.maxOutputTokens, id);
            const auto bound = upperBound(*endpoint.price, *endpoint.contextTokens, *endpoint.maxOutputTokens);
            QVERIFY2(bound && *bound > NanoDollars{0}, id);
            priced += practice ? 0 : 1;
        }
        QVERIFY(priced >= 20);
    }

    void longPromptsCostMoreAtGemini()
    {
        const Price price = *shippedCatalog().endpoint(u"gemini/gemini-2.5-pro"_s)->price;
        QCOMPARE(cost(price, {.tokens = {.freshInput = 100'000, .visibleOutput = 1000}}),
                 std::optional(NanoDollars{125'000'000 + 10'000'000}));
        QCOMPARE(cost(price, {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}}),
                 std::optional(NanoDollars{750'000'000 + 15'000'000}));
    }

    void anthropicPricesCacheWritesByTheirTime()
    {
        const Price price = *shippedCatalog().endpoint(u"anthropic/claude-haiku-4-5"_s)->price;
        QCOMPARE(cost(price, {.tokens = {.cacheWrite5m = 1000}}), std::optional(NanoDollars{1'250'000}));
        QCOMPARE(cost(price, {.tokens = {.cacheWrite1h = 1000}}), std::optional(NanoDollars{2'000'000}));
    }

    void practiceProvidersAreMarkedAndNeedNoKey()
    {
        const Catalog catalog = shippedCatalog();
        int found = 0;
        for (const Provider &provider : catalog.providers()) {
            QCOMPARE(provider.practice, provider.id.startsWith("practice-"_L1));
            if (!provider.practice)
                continue;
            ++found;
            QCOMPARE(provider.auth, Provider::Auth::None);
            QCOMPARE(provider.baseUrl.host(), u"127.0.0.1"_s);
        }
        QCOMPARE(found, 3);
    }

    void everyPracticeModelIsOfferedTwice()
    {
        for (const QString &model : {u"practice/express"_s, u"practice/local-line"_s, u"practice/night-mail"_s})
            QCOMPARE(shippedCatalog().endpointsFor(model).size(), 2);
    }

    void keysTravelOnlyEncryptedOrToThisMachine()
    {
        for (const Provider &provider : shippedCatalog().providers()) {
            const bool here = provider.baseUrl.host() == "127.0.0.1"_L1;
            QVERIFY2(here || provider.baseUrl.scheme() == "https"_L1, qPrintable(provider.id));
            QCOMPARE(here, provider.local || provider.practice);
        }
    }

    void everyStepOfTheSampleChainIsInTheCatalog()
    {
        const Catalog catalog = shippedCatalog();
        const Json chain = read(u"chains"_s, u"sample.json"_s);
        QCOMPARE(chain["steps"].size(), 3);
        for (const Json &step : chain["steps"].items()) {
            const Endpoint *endpoint = catalog.endpoint(step["endpoints"].at(0).toText());
            QVERIFY2(endpoint, step.dump().constData());
            QCOMPARE(endpoint->modelId, step["model"].toText());
        }
    }

private:
    static void addFiles(const QString &folder, qsizetype count)
    {
        QTest::addColumn<QString>("name");
        QCOMPARE(shipped(folder).size(), count);
        for (const QString &name : shipped(folder))
            QTest::newRow(qPrintable(name)) << name;
    }
};

static const bool registered = sb::testing::add<TstShippedData>();

#include "tst_shipped_data.moc"
