#pragma once

#include <QWidget>

class QVBoxLayout;

namespace sb::ui {

class ChoiceCard;

/// The empty state of a new profile: the line without a train, and ways to begin; the one without a key first.
class FirstRun final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRun(QWidget *parent = nullptr);

signals:
    void practiceChosen();

private:
    QVBoxLayout *m_cards;
    ChoiceCard *m_practice;
};

} // namespace sb::ui
