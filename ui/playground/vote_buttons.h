#pragma once

#include "core/usage/records.h"

#include <QWidget>

class QAbstractButton;

namespace sb::ui {

/// Better, tie, worse: what a person thinks of an answer beside the others. One of them holds, or none yet.
class VoteButtons final : public QWidget
{
    Q_OBJECT
public:
    explicit VoteButtons(QWidget *parent = nullptr);
    void setVote(std::optional<usage::Vote::Kind> vote);

signals:
    void voted(sb::usage::Vote::Kind kind);

private:
    QList<QAbstractButton *> m_buttons; ///< in the order of usage::Vote::Kind
};

[[nodiscard]] QString voteText(usage::Vote::Kind kind); ///< "better", translated

} // namespace sb::ui
