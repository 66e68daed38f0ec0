#include "ui/chains/help_foot.h"

#include "ui/common/label.h"

#include <QApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int HelpLines = 3;

struct HelpFootText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepInspector)
};

} // namespace

HelpFoot::HelpFoot(QWidget *inspector)
    : QWidget(inspector)
    , m_inspector(inspector)
    , m_help(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
{
    m_help->setObjectName(u"help"_s);
    m_help->setWordWrap(true);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(size::PaneMargin, 8, size::PaneMargin, 8);
    row->addWidget(m_help);
    m_help->setFixedHeight(HelpLines * m_help->fontMetrics().lineSpacing());
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { present(now); });
    present(nullptr);
}

void HelpFoot::present(const QWidget *focused)
{
    QString help;
    for (const QWidget *each = focused; each && each != m_inspector && help.isEmpty(); each = each->parentWidget())
        help = m_inspector->isAncestorOf(each) ? each->whatsThis() : QString();
    m_help->setText(help.isEmpty() ? HelpFootText::tr("The field that is being edited is explained here.") : help);
}

} // namespace sb::ui
