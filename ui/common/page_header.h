#pragma once

#include <QWidget>

class QHBoxLayout;

namespace sb::ui {

class Label;

/// 56 high: title, one fact, then controls at the right; a hairline below.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setFact(const QString &fact);
    void setLeading(QWidget *control); ///< before the title: the way back
    void setState(QWidget *state); ///< between title and fact
    void addControl(QWidget *control); ///< at the right, in the order of the calls
    void insertControl(int at, QWidget *control); ///< between those

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_title;
    Label *m_fact;
    QHBoxLayout *m_controls;
};

} // namespace sb::ui
