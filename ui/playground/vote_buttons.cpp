#include "ui/playground/vote_buttons.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int Width = 24;

/// A toggle with a sign in it: plus, minus or equals, so that it reads without color.
class VoteButton final : public QAbstractButton
{
public:
    VoteButton(QChar sign, QWidget *parent)
        : QAbstractButton(parent)
        , m_sign(sign)
    {
        setCheckable(true);
        setFixedSize(Width, size::Control);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        const QRectF box = QRectF(rect()).adjusted(1, 4, -1, -4);
        if (isChecked())
            paintBox(painter, box, 4, tokens.accentSoft, tokens.accent);
        else if (underMouse())
            paintBox(painter, box, 4, tokens.hover, {});
        if (hasFocus())
            paintBox(painter, box, 4, {}, tokens.accent, 2);
        painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
        painter.setPen(isChecked() ? tokens.accent : tokens.text2);
        painter.drawText(box, Qt::AlignCenter, m_sign);
    }

private:
    QChar m_sign;
};

} // namespace

VoteButtons::VoteButtons(QWidget *parent)
    : QWidget(parent)
{
    using Kind = usage::Vote::Kind;
    const QList<std::pair<QChar, QString>> looks{
        {u'+', tr("Better than the others (Alt+B)")},
        {u'−', tr("Worse than the others (Alt+W)")},
        {u'=', tr("As good as the others (Alt+T)")},
    };
    for (int kind = 0; kind < int(looks.size()); ++kind) {
        auto *button = new VoteButton(looks[kind].first, this);
        button->setObjectName(u"vote-%1"_s.arg(kind));
        button->setToolTip(looks[kind].second);
        button->setAccessibleName(looks[kind].second);
        connect(button, &QAbstractButton::clicked, this, [this, kind, button] {
            button->setChecked(false); // it holds when the register has it
            emit voted(Kind(kind));
        });
        m_buttons.append(button);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const Kind kind : {Kind::Better, Kind::Tie, Kind::Worse})
        layout->addWidget(m_buttons[int(kind)]);
    setTabOrder(m_buttons[int(Kind::Better)], m_buttons[int(Kind::Tie)]);
    setTabOrder(m_buttons[int(Kind::Tie)], m_buttons[int(Kind::Worse)]);
}

void VoteButtons::setVote(std::optional<usage::Vote::Kind> vote)
{
    for (int kind = 0; kind < int(m_buttons.size()); ++kind)
        m_buttons[kind]->setChecked(vote == usage::Vote::Kind(kind));
}

QString voteText(usage::Vote::Kind kind)
{
    switch (kind) {
    case usage::Vote::Kind::Better:
        return VoteButtons::tr("better");
    case usage::Vote::Kind::Worse:
        return VoteButtons::tr("worse");
    case usage::Vote::Kind::Tie:
        return VoteButtons::tr("tie");
    }
    return {};
}

} // namespace sb::ui
