#include "app/exchange.h"

#include "app/command_start.h"
#include "core/profile/policy_files.h"
#include "core/routing/exchange/exchange.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

using routing::Outcome;
using routing::ReportLine;

constexpr qint64 LongestFile = 4 * 1024 * 1024;

struct ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return failure(Error::Kind::NotFound, ExchangeText::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray content = file.read(LongestFile + 1);
    if (content.size() > LongestFile)
        return failure(Error::Kind::TooLarge,
                       ExchangeText::tr("%1 is larger than 4 MiB, as no configuration is.").arg(path));
    return content;
}

/// By what is in it, since both may be called config.json.
bool isPortkey(const QByteArray &content)
{
    const Result<Json> json = parseJson(content);
    return json && json->isObject() && !json->contains("model_list") && !json->contains("router_settings");
}

Result<routing::Imported> readForeign(const ImportOptions &options, const QString &name,
                                      const catalog::Catalog &catalog)
{
    const Result<QByteArray> content = contentOf(options.file);
    if (!content)
        return tl::unexpected(content.error());
    const bool portkey = options.from == Exchange::Portkey || (!options.from && isPortkey(*content));
    auto imported =
        portkey ? routing::importPortkey(*content, name, catalog) : routing::importLiteLlm(*content, name, catalog);
    return imported.map_error([&](Error error) {
        error.message = u"%1: %2"_s.arg(options.file, error.message);
        return error;
    });
}

/// The files that would be replaced.
QStringList takenBy(const routing::Imported &imported, const profile::Paths &paths)
{
    QStringList taken;
    for (const routing::Chain &chain : imported.chains) {
        if (QFile::exists(paths.chain(chain.name)))
            taken.append(ExchangeText::tr("the chain “%1”").arg(chain.name));
    }
    if (imported.policy && QFile::exists(u"%1/%2.json"_s.arg(paths.policies(), imported.policy->name)))
        taken.append(ExchangeText::tr("the policy “%1”").arg(imported.policy->name));
    return taken;
}

/// Over what is there, which was allowed by then: whoever wrote meanwhile keeps a copy.
Result<void> writeImported(const routing::Imported &imported, const profile::Paths &paths)
{
    for (const routing::Chain &chain : imported.chains) {
        const auto written = profile::revisionOf(paths.chain(chain.name)).and_then([&](const auto &revision) {
            return profile::saveChain(paths, chain, revision);
        });
        if (!written)
            return tl::unexpected(written.error());
    }
    if (!imported.policy)
        return {};
    const QString path = u"%1/%2.json"_s.arg(paths.policies(), imported.policy->name);
    const auto written = profile::revisionOf(path).and_then(
        [&](const auto &revision) { return profile::savePolicy(paths, *imported.policy, revision); });
    return written ? Result<void>() : tl::unexpected(written.error());
}

/// What came over as it was needs no line of its own.
void tell(const QList<ReportLine> &report, Terminal &terminal)
{
    qsizetype same = 0;
    for (const ReportLine &line : report) {
        if (line.outcome == Outcome::CarriedOver) {
            ++same;
            continue;
        }
        const QString kind =
            line.outcome == Outcome::Approximated ? ExchangeText::tr("differs") : ExchangeText::tr("left out");
        terminal.report(u"%1  %2: %3"_s.arg(kind, line.path, line.sentence));
    }
    terminal.report(ExchangeText::tr("Carried over as they are: %1.").arg(same));
}

int fail(const QString &message, Terminal &terminal)
{
    terminal.report(message);
    return FailedExit;
}

const char *verbOf(bool dryRun, bool replaces)
{
    if (dryRun)
        return replaces ? QT_TRANSLATE_NOOP("sb::app", "would replace") : QT_TRANSLATE_NOOP("sb::app", "would write");
    return replaces ? QT_TRANSLATE_NOOP("sb::app", "replaced") : QT_TRANSLATE_NOOP("sb::app", "wrote");
}

QString written(const QString &what, const ImportOptions &options, bool replaces)
{
    return u"%1 %2\n"_s.arg(ExchangeText::tr(verbOf(options.dryRun, replaces)), what);
}

/// A chain or policy by "NAME", "chain/NAME" or "policy/NAME".
Result<routing::ToExport> meant(const QString &name, const LoadedProfile &loaded)
{
    const bool onlyChain = name.startsWith("chain/"_L1);
    const bool onlyPolicy = name.startsWith("policy/"_L1);
    const QString bare = onlyChain || onlyPolicy ? name.section(u'/', 1) : name;
    const QList<routing::Chain> &chains = loaded.world.chains;
    const auto chain = std::ranges::find(chains, bare, &routing::Chain::name);
    const auto policy = std::ranges::find(loaded.policies, bare, &routing::Policy::name);
    const bool hasChain = chain != chains.end() && !onlyPolicy;
    const bool hasPolicy = policy != loaded.policies.end() && !onlyChain;
    if (hasChain && hasPolicy)
        return failure(Error::Kind::InvalidInput,
                       ExchangeText::tr("There are a chain and a policy “%1”; say chain/%1 or policy/%1.").arg(bare));
    if (hasChain)
        return routing::ToExport{.chains = {*chain}};
    if (!hasPolicy)
        return failure(Error::Kind::NotFound, ExchangeText::tr("There is no chain or policy “%1”.").arg(name));
    routing::ToExport what{.policy = *policy};
    for (const routing::Chain &each : chains) {
        const auto leadsThere = [&each](const routing::Rule &rule) { return rule.chain == each.name; };
        if (policy->otherwise == each.name || std::ranges::any_of(policy->rules, leadsThere))
            what.chains.append(each);
    }
    return what;
}

Result<void> saveExport(const QByteArray &text, const ExportOptions &options)
{
    if (!options.replace && QFile::exists(options.file))
        return failure(Error::Kind::Conflict,
                       ExchangeText::tr("%1 exists. Name another file, or say --replace.").arg(options.file));
    QSaveFile file(options.file);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return failure(Error::Kind::NotPermitted,
                   ExchangeText::tr("%1 cannot be written: %2").arg(options.file, file.errorString()));
}

} // namespace

int importFile(const LoadedProfile &loaded, const ImportOptions &options, Terminal &terminal)
{
    const QString name =
        options.name.isEmpty() ? routing::asChainName(QFileInfo(options.file).completeBaseName()) : options.name;
    const Result<routing::Imported> imported = readForeign(options, name, loaded.world.catalog);
    if (!imported)
        return fail(imported.error().message, terminal);
    if (imported->chains.isEmpty() && !imported->policy) {
        tell(imported->report, terminal);
        return fail(ExchangeText::tr("%1 has nothing that is a chain or a policy here.").arg(options.file), terminal);
    }
    const QStringList taken = takenBy(*imported, loaded.paths);
    if (!taken.isEmpty() && !options.replace)
        return fail(
            ExchangeText::tr("Nothing was written, since these exist: %1. Choose a name with --as, rename them, "
                             "or say --replace.")
                .arg(taken.join(u", "_s)),
            terminal);
    if (!options.dryRun) {
        if (const auto done = writeImported(*imported, loaded.paths); !done)
            return fail(done.error().message, terminal);
    }
    const auto print = [&](const QString &what) { terminal.print(written(what, options, taken.contains(what))); };
    for (const routing::Chain &chain : imported->chains)
        print(ExchangeText::tr("the chain “%1”").arg(chain.name));
    if (imported->policy)
        print(ExchangeText::tr("the policy “%1”").arg(imported->policy->name));
    tell(imported->report, terminal);
    if (imported->policy && !options.dryRun && loaded.settings.policy != imported->policy->name)
        terminal.report(ExchangeText::tr("Requests do not take the policy until it is chosen in Settings."));
    return terminal.isUnread() ? FailedExit : 0;
}

int exportFile(const LoadedProfile &loaded, const ExportOptions &options, Terminal &terminal)
{
    const Result<routing::ToExport> what = meant(options.name, loaded);
    if (!what)
        return fail(what.error().message, terminal);
    const routing::Exported exported = options.to == Exchange::Portkey
        ? routing::exportPortkey(*what, loaded.world.catalog)
        : routing::exportLiteLlm(*what, loaded.world.catalog);
    if (options.file.isEmpty()) {
        terminal.print(QString::fromUtf8(exported.text));
        terminal.endLine();
    } else if (const auto done = saveExport(exported.text, options); !done) {
        return fail(done.error().message, terminal);
    }
    tell(exported.report, terminal);
    return terminal.isUnread() ? FailedExit : 0;
}

} // namespace sb::app
