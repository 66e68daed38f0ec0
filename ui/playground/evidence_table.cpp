#include "ui/playground/evidence_table.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double LeastWeight = 0.05; ///< below, it is shown as nothing

QString weightText(double weight)
{
    return (weight < 0 ? u"−"_s : u"+"_s) + QLocale().toString(std::abs(weight), 'f', 1);
}

} // namespace

void EvidenceTable::present(const routing::Classification &task)
{
    beginResetModel();
    m_weighs = task.by != routing::ClassifiedBy::Rule;
    m_rows = task.evidence;
    if (task.by == routing::ClassifiedBy::Features)
        m_rows.removeIf([](const routing::Evidence &each) { return std::abs(each.weight) < LeastWeight; });
    std::ranges::stable_sort(m_rows, std::ranges::greater{},
                             [](const routing::Evidence &each) { return std::abs(each.weight); });
    endResetModel();
}

int EvidenceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EvidenceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EvidenceTable::text(const routing::Evidence &evidence, int column) const
{
    switch (column) {
    case Seen:
        return evidence.what;
    case Words:
        return evidence.found.isEmpty() ? noValue() : evidence.found;
    case Weight:
        return m_weighs ? weightText(evidence.weight) : noValue();
    default:
        return {};
    }
}

QVariant EvidenceTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const routing::Evidence &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Weight ? QVariant() : text(row, index.column());
    case NumberRole:
        return index.column() == Weight;
    case ToneRole:
        return int(index.column() == Words                          ? Label::Tone::Text3
                       : index.column() == Weight && row.weight < 0 ? Label::Tone::Text3
                                                                    : Label::Tone::Text);
    default:
        return {};
    }
}

QVariant EvidenceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Weight ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Seen:
        return tr("What was seen");
    case Words:
        return tr("Words");
    case Weight:
        return tr("Weight");
    default:
        return {};
    }
}

QString classSentence(const routing::Classification &task)
{
    const QString name = routing::classNameForPeople(task.className);
    return task.by == routing::ClassifiedBy::Rule
        ? name
        : EvidenceTable::tr("%1, %2 sure").arg(name, formatPercent(task.confidence, 0));
}

QString classOrigin(const routing::Classification &task)
{
    switch (task.by) {
    case routing::ClassifiedBy::Rule:
        return EvidenceTable::tr("A rule of yours says so.");
    case routing::ClassifiedBy::Example:
        return EvidenceTable::tr("It is like an example of yours.");
    case routing::ClassifiedBy::Features:
        break;
    }
    return EvidenceTable::tr("By its words and its form; what speaks against it counts below zero.");
}

QString classInShort(const routing::Classification &task)
{
    const QString name = routing::classNameForPeople(task.className);
    return task.by == routing::ClassifiedBy::Rule ? name : u"%1 %2"_s.arg(name, formatPercent(task.confidence, 0));
}

} // namespace sb::ui
