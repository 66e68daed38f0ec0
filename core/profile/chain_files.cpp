#include "core/profile/named_files.h"

#include <QCoreApplication>

namespace sb::profile {

namespace {

struct ChainFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Chains)
};

Result<void> checkChainName(const QString &name)
{
    if (routing::isChainName(name))
        return {};
    return failure(
        Error::Kind::InvalidInput,
        ChainFilesText::tr("“%1” cannot be the name of a chain. Take letters, digits, -, _ and .").arg(name));
}

NamedFiles<routing::Chain> chainFiles(const Paths &paths)
{
    return {paths.chains(), routing::parseChain, checkChainName};
}

} // namespace

LoadedChains loadChains(const Paths &paths)
{
    const auto loaded = chainFiles(paths).load();
    return {.chains = loaded.values, .revisions = loaded.revisions, .bad = loaded.bad};
}

Result<Revision> saveChain(const Paths &paths, const routing::Chain &chain, const Revision &expected)
{
    return chainFiles(paths).save(chain, expected);
}

Result<Revision> renameChain(const Paths &paths, const QString &oldName, const Revision &expected,
                             const routing::Chain &chain)
{
    return chainFiles(paths).rename(oldName, expected, chain);
}

Result<void> removeChain(const Paths &paths, const QString &name, const Expected &expected)
{
    return chainFiles(paths).remove(name, expected);
}

} // namespace sb::profile
