#include "ui/chains/policies/rule_model.h"

#include "ui/chains/policies/rule_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

RuleModel::RuleModel(PolicyDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_rows(int(document.forAll() + 1))
{
    connect(&m_document, &PolicyDocument::changed, this, [this] {
        const int rows = int(m_document.forAll() + 1);
        if (rows == m_rows) {
            emit dataChanged(index(0), index(rows - 1));
            return;
        }
        beginResetModel();
        m_rows = rows;
        endResetModel();
    });
}

void RuleModel::setProblems(const QList<routing::PolicyProblem> &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    emit dataChanged(index(0), index(m_rows - 1));
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QString RuleModel::title(int row) const
{
    if (row < m_document.otherwise())
        return ruleTitle(m_document.policy().rules.at(row), row);
    return row == m_document.otherwise() ? tr("Otherwise") : tr("All requests");
}

QString RuleModel::sentence(int row) const
{
    if (row < m_document.otherwise())
        return ruleSentence(m_document.policy().rules.at(row));
    return row == m_document.otherwise() ? tr("When no rule fits.") : tr("Providers, weights, quality.");
}

QString RuleModel::destination(int row) const
{
    if (row < m_document.otherwise())
        return destinationText(m_document.policy().rules.at(row).chain);
    if (row == m_document.otherwise())
        return destinationText(m_document.policy().otherwise);
    const QString set = forAllText(m_document.policy());
    return set.isEmpty() ? tr("as usual") : set;
}

QString RuleModel::problem(int row) const
{
    const auto isAbout = [&](const routing::PolicyProblem &each) {
        if (row < m_document.otherwise())
            return each.path.startsWith(u"rules[%1]"_s.arg(row));
        if (row == m_document.otherwise())
            return each.path.startsWith("otherwise"_L1);
        return each.path.startsWith("weights"_L1) || each.path.startsWith("quality"_L1)
            || each.path.startsWith("provider"_L1);
    };
    const auto found = std::find_if(m_problems.cbegin(), m_problems.cend(), isAbout);
    return found == m_problems.cend() ? QString() : found->message;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const bool isRule = row < m_document.otherwise();
    const bool enabled = !isRule || m_document.policy().rules.at(row).enabled;
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case SentenceRole:
        return sentence(row);
    case DestinationRole:
        return destination(row);
    case RuleRole:
        return isRule;
    case EnabledRole:
        return enabled;
    case ProblemRole:
        return problem(row);
    case Qt::ToolTipRole:
        return problem(row).isEmpty() ? sentence(row) : problem(row);
    case Qt::AccessibleTextRole: {
        //: A part of a policy for assistive programs: title, whom it is for, where its requests go.
        QString text = tr("%1, %2 %3").arg(title(row), sentence(row), destination(row));
        if (isRule && !m_document.policy().rules.at(row).name.isEmpty())
            text.prepend(tr("Rule %1, ").arg(row + 1));
        if (!enabled)
            text += tr(", switched off");
        if (const QString wrong = problem(row); !wrong.isEmpty())
            text += u", "_s + wrong;
        return text;
    }
    default:
        return {};
    }
}

} // namespace sb::ui
