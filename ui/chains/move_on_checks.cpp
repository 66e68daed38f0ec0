#include "ui/chains/move_on_checks.h"

#include <QCheckBox>
#include <QGridLayout>

namespace sb::ui {

MoveOnChecks::MoveOnChecks(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    const QList<std::pair<QString, bool routing::MoveOn::*>> all{
        {tr("Overloaded"), &routing::MoveOn::overloaded},
        {tr("Rate limit"), &routing::MoveOn::rateLimit},
        {tr("Silence"), &routing::MoveOn::silence},
        {tr("Context full"), &routing::MoveOn::contextFull},
        {tr("Bad key"), &routing::MoveOn::badKey},
        {tr("Not found"), &routing::MoveOn::notFound},
        {tr("Parameter"), &routing::MoveOn::unsupportedParameter},
        {tr("Content policy"), &routing::MoveOn::contentPolicy},
    };
    int index = 0;
    for (const auto &[title, member] : all) {
        auto *check = new QCheckBox(title, this);
        grid->addWidget(check, index / 2, index % 2);
        ++index;
        m_checks.append({check, member});
        connect(check, &QCheckBox::clicked, this, [this, member = member](bool on) {
            m_moveOn.*member = on;
            emit edited(m_moveOn);
        });
    }
}

void MoveOnChecks::present(const routing::MoveOn &moveOn)
{
    m_moveOn = moveOn;
    for (const auto &[check, member] : std::as_const(m_checks))
        check->setChecked(moveOn.*member);
}

} // namespace sb::ui
