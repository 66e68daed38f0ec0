#include "tests/app/program.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

constexpr int ProgramPatience = 60'000;

catalog::Price price()
{
    return {.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {1'000'000}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {10'000'000}}},
            .source = u"about:test"_s,
            .asOf = QDate(2026, 1, 1)};
}

} // namespace

TestProfile::TestProfile()
    : m_paths(profile::prepare(m_folder.filePath(u"profile"_s)).value_or(profile::Paths{}))
{
}

void TestProfile::addProvider(const QString &id, const QUrl &baseUrl)
{
    addProvider({.id = id, .name = id, .baseUrl = baseUrl});
}

void TestProfile::addProvider(catalog::Provider provider)
{
    const QString id = provider.id;
    provider.keyVariables = {QString::fromLatin1(KeyVariable)};
    const catalog::Endpoint endpoint{.id = id + u"/m"_s,
                                     .providerId = id,
                                     .modelId = u"test/"_s + id,
                                     .upstreamModel = u"m"_s,
                                     .price = price(),
                                     .contextTokens = 100'000,
                                     .maxOutputTokens = 1'000};
    QVERIFY(profile::saveProvider(m_paths, provider));
    QVERIFY(profile::saveEndpoints(m_paths, id, {endpoint}));
}

void TestProfile::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestProfile::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no such file>");
}

Program::Program(const TestProfile &profile)
    : m_root(profile.root())
{
}

Program::~Program()
{
    m_process.kill();
    m_process.waitForFinished();
}

void Program::ask(const QStringList &arguments)
{
    run(QStringLiteral(SIGNALBOX_PROGRAM), QStringList{u"--profile"_s, m_root, u"ask"_s} + arguments);
}

void Program::openWindow()
{
    run(QStringLiteral(SIGNALBOX_PROGRAM), {u"--profile"_s, m_root});
}

void Program::run(const QString &program, const QStringList &arguments)
{
    m_output.clear();
    m_errors.clear();
    m_process.setProcessEnvironment(m_environment);
    m_process.start(program, arguments);
    QVERIFY(m_process.waitForStarted());
}

bool Program::waitForEnd()
{
    return QTest::qWaitFor([this] { return isOver(); }, ProgramPatience);
}

void Program::send(int signal)
{
    ::kill(pid_t(m_process.processId()), signal);
}

QByteArray Program::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QByteArray Program::errors()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QByteArray Program::ofProcess(const QString &file) const
{
    return TestProfile::read(u"/proc/%1/%2"_s.arg(m_process.processId()).arg(file));
}

} // namespace sb::testing
