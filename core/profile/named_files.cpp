#include "core/profile/named_files.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

struct NamedFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Chains)
};

constexpr qsizetype LongestName = 64; // see routing::isChainName()

} // namespace

tl::unexpected<Error> nameDiffersFromFile(const QString &name)
{
    return failure(Error::Kind::InvalidInput,
                   NamedFilesText::tr("name: expected \"%1\", as the file is called").arg(name));
}

tl::unexpected<Error> keptUnderName(const QString &name, const QString &keptAs)
{
    return failure(
        Error::Kind::Conflict,
        NamedFilesText::tr("“%1” was changed or removed meanwhile. Your version was kept as “%2”; look at both and "
                           "remove one.")
            .arg(name, keptAs));
}

QString nameBeside(const Folder &folder, const QString &name)
{
    for (int number = 1;; ++number) {
        const QString suffix = u".conflict-%1"_s.arg(number);
        const QString beside = name.left(LongestName - suffix.size()) + suffix;
        if (!folder.contains(beside + ".json"_L1))
            return beside;
    }
}

Result<void> checkRevision(const QString &path, const Revision &expected)
{
    return revisionOf(path).and_then([&](const Revision &found) -> Result<void> {
        if (found == expected)
            return {};
        return leftAlone(path);
    });
}

} // namespace sb::profile
