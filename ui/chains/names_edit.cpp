#include "ui/chains/names_edit.h"

#include "ui/common/icon.h"
#include "ui/common/target_chooser.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

NamesEdit::NamesEdit(QWidget *parent)
    : QLineEdit(parent)
{
}

void NamesEdit::setChoices(Choices choices)
{
    m_choices = std::move(choices);
    QAction *open = addAction(icon(u"chevron-down"_s), QLineEdit::TrailingPosition);
    open->setText(tr("Choose from a list (Down)"));
    open->setToolTip(open->text());
    connect(open, &QAction::triggered, this, &NamesEdit::openList);
}

void NamesEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_choices)
        openList();
    else
        QLineEdit::keyPressEvent(event);
}

void NamesEdit::openList()
{
    auto *chooser = new TargetChooser(m_choices(), {}, this);
    connect(chooser, &TargetChooser::chosen, this, &NamesEdit::toggle);
    chooser->openBelow(*this);
}

void NamesEdit::toggle(const QString &name)
{
    QStringList names;
    for (const QString &part : text().split(u',', Qt::SkipEmptyParts)) {
        if (const QString each = part.trimmed(); !each.isEmpty())
            names.append(each);
    }
    if (!names.removeOne(name))
        names.append(name);
    setText(names.join(u", "_s));
    emit chosen();
}

} // namespace sb::ui
