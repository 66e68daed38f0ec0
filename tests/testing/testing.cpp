#include "tests/testing/testing.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <vector>

namespace sb::testing {

namespace {

std::vector<Factory> &factories()
{
    static std::vector<Factory> all;
    return all;
}

/// What was left to be deleted later is deleted in an event loop only: else it would count as leaked.
void deleteWhatIsLeft()
{
    QEventLoop loop;
    QTimer::singleShot(0, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

bool addFactory(Factory factory)
{
    factories().push_back(std::move(factory));
    return true;
}

int run(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    QString only;
    for (const Factory &factory : factories()) {
        const QString name = QString::fromLatin1(factory()->metaObject()->className());
        if (only.isEmpty() && argc > 1 && arguments.at(1) == name)
            only = arguments.takeAt(1);
    }

    int failed = 0;
    for (const Factory &factory : factories()) {
        const std::unique_ptr<QObject> test = factory();
        if (only.isEmpty() || only == QLatin1String(test->metaObject()->className()))
            failed += QTest::qExec(test.get(), arguments);
    }
    deleteWhatIsLeft();
    return qMin(failed, 255);
}

QString inSource(const QString &relative)
{
    return QStringLiteral(SIGNALBOX_SOURCE "/") + relative;
}

} // namespace sb::testing
