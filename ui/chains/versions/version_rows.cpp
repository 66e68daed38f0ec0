#include "ui/chains/versions/version_rows.h"

#include <QCoreApplication>

namespace sb::ui {

namespace {

struct VersionRowsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::VersionRows)
};

} // namespace

QString versionTitle(int number)
{
    return number == 0 ? VersionRowsText::tr("Draft") : VersionRowsText::tr("Version %1").arg(number);
}

QString versionState(const VersionRow &row)
{
    if (row.isInUse)
        return VersionRowsText::tr("in use");
    return row.percent > 0 ? VersionRowsText::tr("takes %1 %").arg(row.percent) : QString();
}

QString canarySentence(const routing::Canary &canary, int inUse)
{
    return VersionRowsText::tr(
               "Version %1 takes %2 % of the requests, version %3 the others. All requests of a session go by the "
               "same.")
        .arg(canary.version)
        .arg(canary.percent)
        .arg(inUse);
}

QString changeKindText(routing::ChangeKind kind)
{
    switch (kind) {
    case routing::ChangeKind::Added:
        return VersionRowsText::tr("added");
    case routing::ChangeKind::Removed:
        return VersionRowsText::tr("removed");
    case routing::ChangeKind::Changed:
        return VersionRowsText::tr("changed");
    case routing::ChangeKind::Moved:
        return VersionRowsText::tr("moved");
    }
    return {};
}

} // namespace sb::ui
