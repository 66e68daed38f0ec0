#pragma once

#include "core/base/clock.h"
#include "core/profile/conversation.h"

#include <QAbstractListModel>
#include <QTimeZone>

namespace sb::ui {

/// The kept conversations, newest first, a row each. What is the same in a new list stays where it is, with a cursor or
/// an editor on it.
class ConversationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        SecondRole, ///< the line below the title: what was found, or when it changed
        DamagedRole
    };
    explicit ConversationModel(const Clock &clock, QObject *parent = nullptr);

    void present(const QList<profile::ConversationSummary> &conversations);
    void replace(const QList<profile::ConversationSummary> &conversations); ///< by another list altogether
    void setZone(const QTimeZone &zone);
    [[nodiscard]] QModelIndex indexOf(const QString &id) const; ///< invalid: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void renamed(const QString &id, const QString &title); ///< by a person

private:
    [[nodiscard]] QString secondLine(const profile::ConversationSummary &summary) const;
    [[nodiscard]] int rowOf(const QString &id, int from = 0) const;

    const Clock &m_clock;
    QTimeZone m_zone;
    QList<profile::ConversationSummary> m_rows;
};

} // namespace sb::ui
