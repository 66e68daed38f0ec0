#include "ui/chains/policies/rule_list.h"

#include "ui/chains/policies/rule_model.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace sb::ui {

namespace {

constexpr int RuleHeight = 62;
constexpr int RuleTextLeft = 46;

class RuleDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRectF rect(option.rect);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(rect, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, tokens.sunken);
        if (selected)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        paintMark(*painter, rect, index, tokens);
        paintTexts(*painter, rect.adjusted(RuleTextLeft, 4, -34, 0), selected, index, tokens);
        if (index.data(RuleModel::RuleRole).toBool()) {
            painter->setFont(fontFor(TextRole::Small, QFont::Medium));
            painter->setPen(tokens.text3);
            painter->drawText(rect.adjusted(0, 6, -16, 0), Qt::AlignRight | Qt::AlignTop,
                              QString::number(index.row() + 1));
        } else { // what is no rule begins a part of its own
            paintHairline(*painter, rect.topLeft(), rect.topRight(), tokens.line);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {size::ChainList, RuleHeight};
    }

private:
    /// A ring is where requests can leave the line; one that is switched off has no hold on it.
    static void paintMark(QPainter &painter, const QRectF &rect, const QModelIndex &index, const Tokens &tokens)
    {
        const double x = rect.left() + 26;
        const double y = rect.top() + 15;
        const bool isWrong = !index.data(RuleModel::ProblemRole).toString().isEmpty();
        const bool isOff = !index.data(RuleModel::EnabledRole).toBool();
        const int above = index.row() > 0;
        const bool isLine = index.data(RuleModel::RuleRole).toBool()
            || index.siblingAtRow(index.row() + 1).isValid(); // "otherwise" is where the line ends
        painter.setRenderHint(QPainter::Antialiasing);
        if (isLine) {
            painter.setPen(QPen(tokens.track, 2));
            if (above)
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, y));
            if (index.data(RuleModel::RuleRole).toBool())
                painter.drawLine(QPointF(x, y), QPointF(x, rect.bottom() + 1));
        }
        if (isWrong) {
            paintSignal(painter, QPointF(x, y), size::SignalNode, Signal::Caution, tokens);
        } else if (isLine) {
            painter.setBrush(tokens.base);
            painter.setPen(QPen(isOff ? tokens.edge : tokens.text2, 2));
            painter.drawEllipse(QPointF(x, y), 4.5, 4.5);
        }
    }

    static void paintTexts(QPainter &painter, const QRectF &text, bool selected, const QModelIndex &index,
                           const Tokens &tokens)
    {
        const bool isOff = !index.data(RuleModel::EnabledRole).toBool();
        const auto line = [&](double top, double height, const QString &words) {
            painter.drawText(QRectF(text.left(), text.top() + top, text.width(), height), Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(words, Qt::ElideRight, int(text.width())));
        };
        painter.setFont(fontFor(TextRole::Body, selected ? QFont::DemiBold : QFont::Medium));
        painter.setPen(isOff ? tokens.text3 : tokens.text);
        line(2, 18, index.data().toString());
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(isOff ? tokens.text3 : tokens.text2);
        line(20, 16, index.data(RuleModel::DestinationRole).toString());
        painter.setPen(tokens.text3);
        line(36, 16, isOff ? RuleList::tr("Switched off") : index.data(RuleModel::SentenceRole).toString());
    }
};

} // namespace

RuleList::RuleList(PolicyDocument &document, QWidget *parent)
    : OrderList(parent)
    , m_document(document)
    , m_model(new RuleModel(document, this))
{
    setModel(m_model);
    setItemDelegate(new RuleDelegate(this));
    setAccessibleName(tr("Rules"));
    const auto follow = [this] { setCurrentIndex(m_model->index(int(m_document.current()), 0)); };
    connect(&m_document, &PolicyDocument::currentChanged, this, follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, follow);
    follow();
}

void RuleList::setProblems(const QList<routing::PolicyProblem> &problems)
{
    m_model->setProblems(problems);
}

int RuleList::movableRows() const
{
    return int(m_document.policy().rules.size());
}

void RuleList::insert(const routing::Rule &rule, const QString &text)
{
    const qsizetype at = qMin(m_document.current() + 1, m_document.otherwise());
    m_document.edit(routing::InsertRule{.at = at, .rule = rule}, text);
    m_document.setCurrent(at);
}

void RuleList::addRule()
{
    insert({}, tr("Add rule"));
}

void RuleList::duplicateCurrent()
{
    if (const routing::Rule *rule = m_document.currentRule()) {
        routing::Rule copy = *rule;
        copy.id.clear(); // names one rule
        insert(copy, tr("Duplicate rule"));
    }
}

void RuleList::removeCurrent()
{
    if (!m_document.currentRule())
        return;
    m_document.edit(routing::RemoveRule{.at = m_document.current()}, tr("Remove rule"));
    emit removed();
}

void RuleList::toggleCurrent()
{
    const routing::Rule *rule = m_document.currentRule();
    if (!rule)
        return;
    routing::Rule other = *rule;
    other.enabled = !rule->enabled;
    m_document.edit(routing::ReplaceRule{.at = m_document.current(), .rule = other},
                    other.enabled ? tr("Switch rule on") : tr("Switch rule off"));
}

void RuleList::moveRow(int from, int to)
{
    m_document.edit(routing::MoveRule{.from = from, .to = to}, tr("Move rule"));
    m_document.setCurrent(to);
}

void RuleList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        toggleCurrent();
    else
        OrderList::keyPressEvent(event);
}

void RuleList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    OrderList::currentChanged(current, previous);
    if (current.isValid())
        m_document.setCurrent(current.row());
}

} // namespace sb::ui
