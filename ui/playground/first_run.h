#pragma once

#include <QList>
#include <QScrollArea>
#include <QStringList>

class QVBoxLayout;

namespace sb::ui {

class ChoiceCard;

/// A model server that was found on this machine.
struct LocalServer
{
    QString providerId = {};
    QString name = {}; ///< "Ollama"
    QString address = {}; ///< "127.0.0.1:11434"
    QStringList models = {};
    friend bool operator==(const LocalServer &, const LocalServer &) = default;
};

/// The empty state of a new profile: the line without a train, and ways to begin; the one without a key first. Scrolls
/// where more servers were found than fit.
class FirstRun final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FirstRun(QWidget *parent = nullptr);

    void setLocalServers(const QList<LocalServer> &servers); ///< one card each, after the practice line
    void setPracticeOffered(bool offered);

signals:
    void practiceChosen();
    void localServerChosen(const QString &providerId);
    void keyChosen();

private:
    void insertServers();

    QWidget *m_body;
    QList<LocalServer> m_servers;
    QVBoxLayout *m_cards;
    ChoiceCard *m_practice;
    QList<ChoiceCard *> m_local;
    ChoiceCard *m_key;
};

} // namespace sb::ui
