#include "ui/chains/policies/quality_fields.h"

#include "ui/chains/names_edit.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"

#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int QualityRow = 28;
constexpr int MostQualityRows = 8; ///< that are seen without scrolling

/// "1  anthropic/*": the place and the pattern.
class QualityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(option.rect, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, tokens.sunken);
        painter->setFont(fontFor(TextRole::Small, QFont::Medium));
        painter->setPen(tokens.text3);
        painter->drawText(QRect(option.rect.left(), option.rect.top(), size::PaneMargin + 14, option.rect.height()),
                          Qt::AlignRight | Qt::AlignVCenter, QString::number(index.row() + 1));
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(tokens.text);
        const QRect text = option.rect.adjusted(size::PaneMargin + 24, 0, -size::PaneMargin, 0);
        painter->drawText(text, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {size::ChainList, QualityRow};
    }
};

} // namespace

QualityList::QualityList(PolicyDocument &document, QWidget *parent)
    : OrderList(parent)
    , m_document(document)
    , m_model(new QStringListModel(this))
{
    setModel(m_model);
    setItemDelegate(new QualityDelegate(this));
    setObjectName(u"quality"_s);
    setAccessibleName(tr("Models by quality, the best first"));
    setWhatsThis(tr("From the best to the least; * stands for any text. What is not in the list has no place. Alt+Up "
                    "and Alt+Down move, F2 types over, Delete removes."));
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this] { keep(m_model->stringList(), tr("Change the order by quality")); });
}

QSize QualityList::sizeHint() const
{
    return {size::ChainList, QualityRow * qMin(m_model->rowCount(), MostQualityRows)};
}

void QualityList::present()
{
    if (m_model->stringList() == m_document.policy().quality)
        return;
    const int row = currentIndex().row();
    m_model->setStringList(m_document.policy().quality);
    setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), 0));
    updateGeometry();
}

void QualityList::keep(const QStringList &models, const QString &text)
{
    QStringList named = models;
    named.removeAll(QString()); // emptied by typing over
    m_document.edit(routing::SetQuality{named}, text);
    present();
}

void QualityList::removeCurrent()
{
    QStringList models = m_document.policy().quality;
    const int row = currentIndex().row();
    if (row < 0 || row >= models.size())
        return;
    models.removeAt(row);
    keep(models, tr("Remove from the order by quality"));
}

void QualityList::moveRow(int from, int to)
{
    QStringList models = m_document.policy().quality;
    models.move(from, to);
    keep(models, tr("Change the order by quality"));
    setCurrentIndex(m_model->index(to, 0));
}

QualityFields::QualityFields(PolicyDocument &document, profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_list(new QualityList(document, this))
    , m_further(new NamesEdit(this))
    , m_add(makeButton(tr("Add"), this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    m_further->setObjectName(u"furtherQuality"_s);
    m_further->setAccessibleName(tr("Further models by quality"));
    m_further->setPlaceholderText(tr("a model, or anthropic/*"));
    m_further->setWhatsThis(tr("Models or patterns that come last in the order; commas between, Down opens the list."));
    m_further->setChoices([&workspace] { return modelChoices(workspace); });
    m_problem->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(size::PaneMargin, 6, size::PaneMargin, 0);
    line->setSpacing(8);
    line->addWidget(m_further, 1);
    line->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addLayout(line);
    m_problem->setContentsMargins(size::PaneMargin, 6, size::PaneMargin, 0);
    column->addWidget(m_problem);
    connect(m_add, &QPushButton::clicked, this, &QualityFields::add);
    connect(m_further, &QLineEdit::returnPressed, this, &QualityFields::add);
}

void QualityFields::add()
{
    QStringList models = m_document.policy().quality;
    for (const QString &part : m_further->text().split(u',')) {
        if (const QString name = part.trimmed(); !name.isEmpty() && !models.contains(name))
            models.append(name);
    }
    m_further->clear();
    m_document.edit(routing::SetQuality{models}, tr("Add to the order by quality"));
}

void QualityFields::present(const QString &problem)
{
    m_list->present();
    m_list->setVisible(!m_document.policy().quality.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace sb::ui
