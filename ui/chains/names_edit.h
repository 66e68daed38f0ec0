#pragma once

#include "ui/common/target_list.h"

#include <QLineEdit>

#include <functional>

namespace sb::ui {

/// A line of names with commas between. Where there is a list to choose from, Down or the button in the line opens it;
/// what is chosen is added at the end, or taken away where it is there already.
class NamesEdit final : public QLineEdit
{
    Q_OBJECT
public:
    using Choices = std::function<QList<TargetChoice>()>;
    explicit NamesEdit(QWidget *parent = nullptr);
    void setChoices(Choices choices);

signals:
    void chosen(); ///< by the list: the text is another

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openList();
    void toggle(const QString &name);
    Choices m_choices;
};

} // namespace sb::ui
