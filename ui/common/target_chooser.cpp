#include "ui/common/target_chooser.h"

#include "ui/common/choice_delegate.h"
#include "ui/common/label.h"
#include "ui/common/list_cursor.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int Width = 460;
constexpr int Height = 440;
constexpr int FieldHeight = 44;

QStandardItem *itemOf(const TargetChoice &choice, bool beginsGroup)
{
    auto *item = new QStandardItem(choice.text);
    item->setData(choice.target, Qt::UserRole);
    item->setData(choice.price, ChoiceKeyRole);
    item->setData(choice.detail, ChoiceDetailRole);
    item->setData(beginsGroup ? choice.group : QString(), ChoiceGroupRole);
    QStringList said{choice.text, choice.detail, choice.price};
    said.removeAll(QString());
    item->setData(said.join(u", "_s), Qt::AccessibleTextRole);
    return item;
}

} // namespace

TargetChooser::TargetChooser(const QList<TargetChoice> &choices, const QString &current, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_choices(choices)
    , m_current(current)
    , m_query(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_nothing(new Label({}, TextRole::Body, Label::Tone::Text3, QFont::Normal, this))
    , m_legend(new Label(tr("Input / output per million tokens, at the cheapest provider"), TextRole::Caption,
                         Label::Tone::Text3, QFont::Normal, this))
{
    setObjectName(u"targetChooser"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Choose what is asked"));
    setupParts();
    m_query->installEventFilter(this);
    setFocusProxy(m_query);
    connect(m_query, &QLineEdit::textChanged, this, &TargetChooser::narrow);
    connect(m_list, &QListView::clicked, this, &TargetChooser::choose);
    narrow();
}

void TargetChooser::setupParts()
{
    m_query->setProperty("bare", true);
    m_query->setFrame(false);
    m_query->setFixedHeight(FieldHeight - 2);
    m_query->setTextMargins(12, 0, 12, 0);
    m_query->setPlaceholderText(tr("Find by name, provider or ability"));
    m_query->setAccessibleName(tr("Find by name, provider or ability"));
    m_list->setAccessibleName(tr("What can be asked"));
    setUpNarrowed(*m_list);
    m_list->setModel(m_model);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setContentsMargins(16, 12, 16, 12);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_legend->setContentsMargins(16, 6, 16, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_query);
    layout->addSpacing(3);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_legend);
}

void TargetChooser::openBelow(const QWidget &anchor)
{
    const QRect screen = anchor.screen()->availableGeometry();
    const QSize size(qMin(Width, screen.width()), qMin(Height, screen.height()));
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + 2));
    const QPoint above = anchor.mapToGlobal(QPoint(0, -2 - size.height()));
    QPoint at = below.y() + size.height() <= screen.bottom() || above.y() < screen.top() ? below : above;
    at.setX(qBound(screen.left(), at.x(), screen.right() + 1 - size.width()));
    at.setY(qBound(screen.top(), at.y(), screen.bottom() + 1 - size.height()));
    setGeometry(QRect(at, size));
    show();
    m_query->setFocus(Qt::PopupFocusReason);
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void TargetChooser::narrow()
{
    const QString query = m_query->text();
    const QList<TargetChoice> found = matching(m_choices, query);
    m_model->clear();
    QString group;
    int cursor = 0;
    for (const TargetChoice &choice : found) {
        if (query.isEmpty() && choice.target == m_current)
            cursor = m_model->rowCount();
        m_model->appendRow(itemOf(choice, std::exchange(group, choice.group) != choice.group));
    }
    const bool any = !found.isEmpty();
    m_nothing->setText(m_choices.isEmpty() ? tr("Nothing can be asked yet: add a key in Providers.")
                                           : tr("Nothing has all of these words."));
    m_list->setVisible(any);
    m_legend->setVisible(any);
    m_nothing->setVisible(!any);
    setCursorRow(*m_list, cursor);
}

void TargetChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString target = index.data(Qt::UserRole).toString();
    close();
    emit chosen(target);
}

bool TargetChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (moveCursor(*m_list, key.key()))
        return true;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
    case Qt::Key_Tab:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void TargetChooser::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.edge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    paintHairline(painter, QPointF(1, FieldHeight), QPointF(width() - 1, FieldHeight), tokens.line);
}

} // namespace sb::ui
