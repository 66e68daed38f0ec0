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
    struct Kind
    {
        QString title = {};
        bool routing::MoveOn::*member = nullptr;
        QString help = {};
    };
    const QList<Kind> all{
        {tr("Overloaded"), &routing::MoveOn::overloaded,
         tr("The connection is refused or lost, or the provider says that it cannot serve at present (408, 498, "
            "5xx).")},
        {tr("Rate limit"), &routing::MoveOn::rateLimit,
         tr("The provider asks to wait for longer than this step does (429).")},
        {tr("Silence"), &routing::MoveOn::silence, tr("Nothing comes within the clocks above.")},
        {tr("Context full"), &routing::MoveOn::contextFull,
         tr("The prompt is too long: the next one has a larger window.")},
        {tr("Bad key"), &routing::MoveOn::badKey,
         tr("The key is refused, or there is no credit (401, 402, 403): the next one has another key.")},
        {tr("Not found"), &routing::MoveOn::notFound, tr("The endpoint does not know the model.")},
        {tr("Parameter"), &routing::MoveOn::unsupportedParameter,
         tr("The endpoint does not take a member of the request. The trace says which.")},
        {tr("Failed check"), &routing::MoveOn::invalidOutput, tr("The answer does not pass a check of this step.")},
        {tr("Content policy"), &routing::MoveOn::contentPolicy,
         tr("The provider refuses what is asked. Another one may not.")},
    };
    int index = 0;
    for (const auto &[title, member, help] : all) {
        auto *check = new QCheckBox(title, this);
        check->setToolTip(help);
        check->setWhatsThis(help);
        check->setAccessibleDescription(help);
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
