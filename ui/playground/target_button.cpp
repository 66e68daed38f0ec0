#include "ui/playground/target_button.h"

#include "ui/common/format.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr auto ChainPrefix = "chain/"_L1;
constexpr int ChevronWidth = 22;
constexpr qint64 Million = 1'000'000;

QString title(const QString &target)
{
    return target.startsWith(ChainPrefix) ? TargetButton::tr("Chain %1").arg(target.sliced(ChainPrefix.size()))
                                          : target;
}

/// "free", or the cheapest output price of the model's usable endpoints.
QString priceHint(const profile::Workspace &workspace, const QString &modelId)
{
    std::optional<NanoDollars> cheapest;
    for (const catalog::Endpoint *endpoint : workspace.catalog().endpointsFor(modelId)) {
        if (!workspace.usableProviders().contains(endpoint->providerId))
            continue;
        if (endpoint->free)
            return TargetButton::tr("free");
        if (!endpoint->price)
            continue;
        const auto price = catalog::expectedCost(*endpoint->price, 0, Million);
        if (price && (!cheapest || *price < *cheapest))
            cheapest = price;
    }
    //: Price of output tokens in a menu of models.
    return cheapest ? TargetButton::tr("%1 per M out").arg(formatLimit(*cheapest)) : TargetButton::tr("unpriced");
}

} // namespace

TargetButton::TargetButton(profile::Workspace &workspace, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
{
    setFocusPolicy(Qt::StrongFocus);
    setFont(fontFor(TextRole::Body, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setToolTip(tr("Choose a model or a chain (Ctrl+M)"));
    setTarget({});
    connect(this, &QToolButton::clicked, this, &TargetButton::openMenu);
}

void TargetButton::setTarget(const QString &target)
{
    m_target = target;
    setText(target.isEmpty() ? tr("Choose a model") : title(target));
    //: Accessible name of the button that chooses the model of a pane.
    setAccessibleName(tr("Model: %1").arg(text()));
    updateGeometry();
    update();
}

QSize TargetButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + ChevronWidth + 16, size::Control};
}

void TargetButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(painter, rect(), 6, tokens.hover, {});
    if (hasFocus())
        paintBox(painter, rect(), 6, {}, tokens.accent, 2);
    painter.setPen(m_target.isEmpty() ? tokens.accent : tokens.text);
    painter.setFont(font());
    const QRectF text = QRectF(rect()).adjusted(8, 0, -ChevronWidth, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(QToolButton::text(), Qt::ElideMiddle, int(text.width())));
    painter.drawPixmap(QPointF(text.right() + 4, height() / 2.0 - 6),
                       iconPixmap(u"chevron-down"_s, 12, tokens.text3, devicePixelRatioF()));
}

void TargetButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &target, const QString &hint) {
        QAction *action = menu->addAction(hint.isEmpty() ? title(target) : u"%1\t%2"_s.arg(title(target), hint));
        action->setCheckable(true);
        action->setChecked(target == m_target);
        connect(action, &QAction::triggered, this, [this, target] {
            setTarget(target);
            emit chosen(target);
        });
    };
    menu->addSection(tr("Chains"));
    for (const routing::Chain &chain : m_workspace.chains())
        add(ChainPrefix + chain.name, tr("%n step(s)", nullptr, int(chain.steps.size())));
    menu->addSection(tr("Models"));
    int models = 0;
    for (const QString &id : m_workspace.usableModels()) {
        add(id, priceHint(m_workspace, id));
        ++models;
    }
    if (models == 0)
        menu->addAction(tr("None can be reached: add a key in Providers"))->setEnabled(false);
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace sb::ui
