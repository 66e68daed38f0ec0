#include "tests/catalog/shipped.h"

#include "core/catalog/address.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::readShipped;
using sb::testing::shipped;
using sb::testing::shippedCatalog;

namespace {

/// What is left of a name when its spelling does not count.
QString bare(const QString &name)
{
    static const QRegularExpression marks(u"[^a-z0-9]"_s);
    return name.toLower().remove(marks);
}

} // namespace

class TstShippedData : public QObject
{
    Q_OBJECT

private slots:
    void everyProviderFileIsRead_data() { addFiles(u"providers"_s); }
    void everyProviderFileIsRead()
    {
        QFETCH(QString, name);
        const auto provider = parseProvider(readShipped(u"providers"_s, name), name);
        QVERIFY2(provider.has_value(), provider ? "" : qPrintable(provider.error().message));
        QCOMPARE(provider->id + ".json"_L1, name);
        QVERIFY2(provider->extra.isNull(), "a shipped file knows only today's members");
        QCOMPARE(parseProvider(toJson(*provider), name).value(), *provider);
    }

    void everyCatalogFileIsRead_data() { addFiles(u"catalog"_s); }
    void everyCatalogFileIsRead()
    {
        QFETCH(QString, name);
        const auto endpoints = parseEndpoints(readShipped(u"catalog"_s, name), name);
        QVERIFY2(endpoints.has_value(), endpoints ? "" : qPrintable(endpoints.error().message));
        QVERIFY(!endpoints->isEmpty());
        QCOMPARE(endpoints->constFirst().providerId + ".json"_L1, name);
    }

    void everyFileInTheFolderIsPartOfTheProgram()
    {
        for (const QString &folder : {u"providers"_s, u"catalog"_s, u"chains"_s, u"policies"_s, u"schemas"_s})
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
            // Vectors have no tokens.
            QVERIFY2(endpoint.contextTokens && (endpoint.maxOutputTokens || endpoint.outputs.embeddings), id);
            const auto bound =
                upperBound(*endpoint.price, *endpoint.contextTokens, endpoint.maxOutputTokens.value_or(0));
            QVERIFY2(bound && *bound > NanoDollars{0}, id);
            priced += practice ? 0 : 1;
        }
        QVERIFY(priced >= 20);
    }

    void offersAreManyAndMostArePriced()
    {
        const Catalog catalog = shippedCatalog();
        QSet<QString> models;
        QSet<QString> priced;
        for (const Endpoint &endpoint : catalog.endpoints()) {
            if (catalog.provider(endpoint.providerId)->practice)
                continue;
            models.insert(endpoint.modelId);
            priced.insert(endpoint.providerId);
        }
        const auto real = std::ranges::count_if(catalog.providers(), [](const Provider &p) { return !p.practice; });
        QVERIFY2(real >= 40, qPrintable(QString::number(real)));
        QVERIFY2(catalog.endpoints().size() >= 250, qPrintable(QString::number(catalog.endpoints().size())));
        QVERIFY2(models.size() >= 150, qPrintable(QString::number(models.size())));
        QVERIFY2(priced.size() >= 30, qPrintable(QString::number(priced.size())));
    }

    void aModelIsSpelledInOneWay()
    {
        QHash<QString, QString> spelled;
        for (const QString &model : shippedCatalog().modelIds()) {
            QCOMPARE(model, model.toLower());
            const QString other = spelled.value(bare(model));
            QVERIFY2(other.isEmpty(), qPrintable(model + " and "_L1 + other));
            spelled.insert(bare(model), model);
        }
    }

    void aProviderOffersAModelOnce()
    {
        QSet<QString> offers;
        for (const Endpoint &endpoint : shippedCatalog().endpoints()) {
            const QString offer = endpoint.providerId + u' ' + endpoint.modelId;
            QVERIFY2(!offers.contains(offer), qPrintable(offer));
            offers.insert(offer);
        }
    }

    void nothingThatIsRetiredIsOffered()
    {
        for (const Endpoint &endpoint : shippedCatalog().endpoints()) {
            const bool ends = endpoint.retires.isValid();
            QVERIFY2(!ends || endpoint.retires > QDate(2026, 11, 1), qPrintable(endpoint.id));
            QVERIFY2(!ends || !endpoint.released.isValid() || endpoint.released < endpoint.retires,
                     qPrintable(endpoint.id));
        }
    }

    void pricesAreOfTheSameOrderEverywhere()
    {
        // The same open weights cost within a factor of fifteen at all who host them.
        const Catalog catalog = shippedCatalog();
        for (const QString &model : catalog.modelIds()) {
            std::optional<NanoDollars> least;
            std::optional<NanoDollars> most;
            for (const Endpoint *endpoint : catalog.endpointsFor(model)) {
                const auto million = expectedCost(*endpoint->price, 1'000'000, 1'000'000);
                QVERIFY2(million, qPrintable(endpoint->id));
                least = std::min(least.value_or(*million), *million);
                most = std::max(most.value_or(*million), *million);
            }
            QVERIFY2(most->value <= 15 * least->value, qPrintable(model));
        }
    }

    void whatIsSaidOfPromptsAndBillsHasASourceAndADate()
    {
        for (const Provider &provider : shippedCatalog().providers()) {
            const DataPolicy &data = provider.dataPolicy;
            const bool said = data.trains || data.retentionDays || !data.regions.isEmpty() || data.varies;
            QVERIFY2(!said || (data.source.startsWith("https://"_L1) && data.asOf.isValid()), qPrintable(provider.id));
            const CancelPolicy &cancel = provider.cancel;
            QVERIFY2((!cancel.stopsBilling && !cancel.varies)
                         || (cancel.source.startsWith("https://"_L1) && cancel.asOf.isValid()),
                     qPrintable(provider.id));
        }
    }

    void manySayWhatBecomesOfPromptsAndBillsAndHowMuchIsLeft()
    {
        // What was found stays: fewer than these, and something got lost.
        int policies = 0;
        int cancels = 0;
        int limits = 0;
        for (const Provider &provider : shippedCatalog().providers()) {
            if (provider.local || provider.practice)
                continue;
            policies += provider.dataPolicy != DataPolicy{} ? 1 : 0;
            cancels += provider.cancel != CancelPolicy{} ? 1 : 0;
            limits += provider.rateLimitHeaders.headers.isEmpty() ? 0 : 1;
        }
        QVERIFY2(policies >= 46, qPrintable(QString::number(policies)));
        QVERIFY2(cancels >= 35, qPrintable(QString::number(cancels)));
        QVERIFY2(limits >= 21, qPrintable(QString::number(limits)));
    }

    void whatIsNotSaidOfAProviderWasLookedFor()
    {
        using Stated = std::pair<ProviderFact, bool>;
        int remote = 0;
        for (const Provider &provider : shippedCatalog().providers()) {
            if (provider.local || provider.practice) {
                QVERIFY2(provider.notFound.isEmpty(), qPrintable(provider.id));
                continue;
            }
            ++remote;
            for (const auto &[fact, stated] :
                 {Stated{ProviderFact::DataPolicy, provider.dataPolicy != DataPolicy{}},
                  Stated{ProviderFact::Cancel, provider.cancel != CancelPolicy{}},
                  Stated{ProviderFact::RateLimitHeaders, !provider.rateLimitHeaders.headers.isEmpty()}}) {
                const NotFound *missing = notFound(provider, fact);
                QVERIFY2(stated != (missing != nullptr), qPrintable(provider.id));
                QVERIFY2(!missing || missing->lookedIn.startsWith("https://"_L1), qPrintable(provider.id));
            }
        }
        QVERIFY(remote >= 40);
    }

    void whoWantsAKeySaysWhereToGetIt()
    {
        for (const Provider &provider : shippedCatalog().providers()) {
            if (provider.local || provider.practice)
                continue;
            QVERIFY2(provider.keyPage.startsWith("https://"_L1), qPrintable(provider.id));
            // A signature is made with more than one variable has, or with a file.
            const bool signs =
                provider.auth == Provider::Auth::AwsSigV4 || provider.auth == Provider::Auth::GoogleServiceAccount;
            QVERIFY2(signs || !provider.keyVariables.isEmpty(), qPrintable(provider.id));
        }
    }

    void noTwoProvidersShareAnAddress()
    {
        QSet<QString> addresses;
        for (const Provider &provider : shippedCatalog().providers()) {
            const QString address = provider.addressForm.isEmpty() ? provider.baseUrl.toString() : provider.addressForm;
            QVERIFY2(provider.practice || !addresses.contains(address), qPrintable(provider.id));
            addresses.insert(address);
        }
    }

    void anAddressWithPartsIsWholeOnceTheyAreFilledIn()
    {
        for (const Provider &provider : shippedCatalog().providers()) {
            if (provider.addressForm.isEmpty())
                continue;
            QVERIFY2(provider.baseUrl.isEmpty() && !missingPart(provider).isEmpty(), qPrintable(provider.id));
            Provider filled = provider;
            for (const QString &part : partNames(provider.addressForm))
                filled = withAddressPart(filled, part, u"my-own"_s);
            QVERIFY2(missingPart(filled).isEmpty(), qPrintable(provider.id));
            QVERIFY2(isPlainAddress(filled.baseUrl), qPrintable(provider.id));
            for (const RegionUrl &region : filled.regionUrls)
                QVERIFY2(isPlainAddress(region.baseUrl), qPrintable(provider.id + u' ' + region.region));
        }
    }

    void noTwoProvidersAreKnownByOneName()
    {
        QStringList names;
        for (const Provider &provider : shippedCatalog().providers())
            names += provider.knownAs + QStringList{provider.id};
        const qsizetype count = names.size();
        names.removeDuplicates();
        QCOMPARE(names.size(), count);
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
        QCOMPARE(found, 4);
    }

    void everyPracticeModelIsOfferedTwice()
    {
        for (const QString &model : {u"practice/express"_s, u"practice/local-line"_s, u"practice/night-mail"_s})
            QCOMPARE(shippedCatalog().endpointsFor(model).size(), 2);
    }

    void keysTravelOnlyEncryptedOrToThisMachine()
    {
        for (const Provider &provider : shippedCatalog().providers()) {
            const auto isEncrypted = [](const QUrl &url, const QString &form) {
                return url.scheme() == "https"_L1 || form.startsWith("https://"_L1);
            };
            const bool here = provider.baseUrl.host() == "127.0.0.1"_L1;
            QVERIFY2(here || isEncrypted(provider.baseUrl, provider.addressForm), qPrintable(provider.id));
            QCOMPARE(here, provider.local || provider.practice);
            for (const RegionUrl &region : provider.regionUrls)
                QVERIFY2(isEncrypted(region.baseUrl, region.form), qPrintable(provider.id));
        }
    }

    void everyStepOfTheSampleChainIsInTheCatalog()
    {
        const Catalog catalog = shippedCatalog();
        const Json chain = readShipped(u"chains"_s, u"sample.json"_s);
        QCOMPARE(chain["steps"].size(), 3);
        for (const Json &step : chain["steps"].items()) {
            const Endpoint *endpoint = catalog.endpoint(step["endpoints"].at(0).toText());
            QVERIFY2(endpoint, step.dump().constData());
            QCOMPARE(endpoint->modelId, step["model"].toText());
        }
    }

private:
    static void addFiles(const QString &folder)
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : shipped(folder))
            QTest::newRow(qPrintable(name)) << name;
    }
};

static const bool tstShippedData = sb::testing::add<TstShippedData>();

#include "tst_shipped_data.moc"
