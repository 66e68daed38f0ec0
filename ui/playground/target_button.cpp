#include "ui/playground/target_button.h"

#include "ui/common/painting.h"
#include "ui/common/target_chooser.h"
#include "ui/common/type.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ChevronWidth = 22;

} // namespace

TargetButton::TargetButton(profile::Workspace &workspace, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
{
    setObjectName(u"target"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFont(fontFor(TextRole::Body, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setToolTip(tr("Choose a model or a chain (Ctrl+M)"));
    setTarget({});
    connect(this, &QToolButton::clicked, this, &TargetButton::openChooser);
}

void TargetButton::setTarget(const QString &target)
{
    m_target = target;
    setText(target.isEmpty() ? tr("Choose a model") : targetTitle(target));
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

void TargetButton::openChooser()
{
    auto *chooser = new TargetChooser(targetChoices(m_workspace), m_target, this);
    connect(chooser, &TargetChooser::chosen, this, [this](const QString &target) {
        setTarget(target);
        emit chosen(target);
    });
    chooser->openBelow(*this);
}

} // namespace sb::ui
