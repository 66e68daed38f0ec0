#include "ui/chains/endpoint_checks.h"

#include "ui/common/type.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sb::ui {

namespace {
constexpr int ScrollBar = 10;
constexpr int TextWidth = size::Inspector - 2 * size::PaneMargin - 32 - ScrollBar; ///< beside the check
} // namespace

EndpointChecks::EndpointChecks(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_all(new QCheckBox(tr("All of the model"), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_all);
    m_all->setObjectName(QStringLiteral("all-endpoints"));
    connect(m_all, &QCheckBox::clicked, this, [this] {
        m_all->setChecked(true);
        emit chosen({});
    });
}

void EndpointChecks::present(const QStringList &offered, const QStringList &chosen)
{
    QStringList ids = chosen;
    for (const QString &id : offered) {
        if (!ids.contains(id))
            ids.append(id);
    }
    const bool sameOnes = ids.size() == m_checks.size()
        && std::all_of(m_checks.cbegin(), m_checks.cend(),
                       [&](const auto &check) { return ids.contains(check.first); });
    if (!sameOnes || inOrder(chosen) != chosen) // else nothing moves under the mouse
        makeChecks(ids);
    m_all->setChecked(chosen.isEmpty());
    for (const auto &[id, check] : std::as_const(m_checks))
        check->setChecked(chosen.contains(id));
}

void EndpointChecks::setAllText(const QString &text)
{
    m_all->setText(text);
}

void EndpointChecks::makeChecks(const QStringList &ids)
{
    for (const auto &[id, check] : std::as_const(m_checks))
        delete check;
    m_checks.clear();
    for (const QString &id : ids) {
        auto *check = new QCheckBox(fontMetrics().elidedText(id, Qt::ElideMiddle, TextWidth), this);
        check->setAccessibleName(id);
        check->setToolTip(id);
        check->setObjectName(id);
        m_column->addWidget(check);
        m_checks.append({id, check});
        connect(check, &QCheckBox::clicked, this, &EndpointChecks::take);
    }
    QWidget *before = m_all;
    for (const auto &[id, check] : std::as_const(m_checks)) {
        setTabOrder(before, check);
        before = check;
    }
}

QStringList EndpointChecks::inOrder(const QStringList &chosen) const
{
    QStringList ordered;
    for (const auto &[id, check] : m_checks) {
        if (chosen.contains(id))
            ordered.append(id);
    }
    return ordered;
}

void EndpointChecks::take()
{
    QStringList ids;
    for (const auto &[id, check] : std::as_const(m_checks)) {
        if (check->isChecked())
            ids.append(id);
    }
    emit chosen(ids);
}

} // namespace sb::ui
