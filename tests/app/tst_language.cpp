#include "app/language.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::app;

namespace {

/// Puts the name of its language around every text.
class Marking final : public QTranslator
{
public:
    explicit Marking(const QString &mark)
        : m_mark(mark)
    {
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return u"%1:%2"_s.arg(m_mark, QString::fromUtf8(text));
    }

private:
    QString m_mark;
};

std::vector<std::unique_ptr<QTranslator>> marking(const QLocale &locale)
{
    std::vector<std::unique_ptr<QTranslator>> translators;
    translators.push_back(std::make_unique<Marking>(locale.name().left(2)));
    return translators;
}

QString translated()
{
    return QCoreApplication::translate("x", "Hello");
}

} // namespace

class TstLanguage final : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void wordsAndNumbersChangeAtOnce()
    {
        Language language(*QCoreApplication::instance(), marking);
        language.apply(u"de"_s);
        QCOMPARE(translated(), u"de:Hello"_s);
        QCOMPARE(QLocale().toString(1.5), u"1,5"_s);
        QCOMPARE(QLocale().monthName(3), u"März"_s);
        language.apply(u"en"_s);
        QCOMPARE(translated(), u"en:Hello"_s);
        QCOMPARE(QLocale().toString(1.5), u"1.5"_s);
    }

    void anEmptyCodeIsTheSystemsLanguageWhateverWasChosenBefore()
    {
        Language language(*QCoreApplication::instance(), marking);
        language.apply(u"de"_s);
        language.apply({});
        QCOMPARE(QLocale().language(), QLocale::system().language());
        QVERIFY(language.isApplied({}));
        QVERIFY(!language.isApplied(u"de"_s));
    }

    void nothingIsLeftBehind()
    {
        {
            Language language(*QCoreApplication::instance(), marking);
            language.apply(u"de"_s);
            language.apply(u"en"_s);
        }
        QCOMPARE(translated(), u"Hello"_s);
    }
};

static const bool tstLanguage = sb::testing::add<TstLanguage>();

#include "tst_language.moc"
