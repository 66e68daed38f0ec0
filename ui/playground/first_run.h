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
    /// A server that answered on this machine, such as "Ollama" at "127.0.0.1:11434".
    void addLocalServer(const QString &providerId, const QString &name, const QString &where);
    void focusFirst();

signals:
    void practiceChosen();
    void localServerChosen(const QString &providerId);

private:
    QVBoxLayout *m_cards;
    ChoiceCard *m_practice;
};

} // namespace sb::ui
