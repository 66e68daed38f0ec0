#include "ui/common/signalbox_style.h"

#include "ui/common/icon.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleOption>

#include <array>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

bool has(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

struct Condition
{
    bool focus, enabled, hover, down, on;
    explicit Condition(const QStyleOption *option)
        : focus(option->state & QStyle::State_HasFocus)
        , enabled(option->state & QStyle::State_Enabled)
        , hover(enabled && (option->state & QStyle::State_MouseOver))
        , down(option->state & QStyle::State_Sunken)
        , on(option->state & QStyle::State_On)
    {
    }
};

void paintRing(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    paintBox(painter, rect, 7, {}, tokens.accent, 2);
}

void paintButton(QPainter &painter, const QStyleOption *option, const QWidget *widget, const Tokens &tokens)
{
    const Condition state(option);
    const QRectF rect(option->rect);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (has(widget, "main")) {
        QColor fill = state.down ? tokens.accentFill.darker(112)
            : state.hover        ? tokens.accentFill.lighter(106)
                                 : tokens.accentFill;
        if (!state.enabled)
            fill = tokens.hover;
        // The ring must show on the accent too: the filled part shrinks and keeps a gap.
        paintBox(painter, state.focus ? rect.adjusted(3, 3, -3, -3) : rect, state.focus ? 4 : 6, fill, {});
    } else if (button && (button->features & QStyleOptionButton::Flat)) {
        if (state.hover || state.down)
            paintBox(painter, rect, 6, tokens.hover, {});
    } else {
        const QColor fill = state.down ? tokens.hover : state.hover ? tokens.sunken : tokens.base;
        paintBox(painter, rect, 6, fill, tokens.edge);
    }
    if (state.focus)
        paintRing(painter, rect, tokens);
}

void paintField(QPainter &painter, const QStyleOption *option, const QWidget *widget, const Tokens &tokens)
{
    const Condition state(option);
    QColor border = state.focus ? tokens.accent : tokens.control;
    if (has(widget, "wrong"))
        border = tokens.danger;
    const int width = state.focus || has(widget, "wrong") ? 2 : 1;
    paintBox(painter, QRectF(option->rect), 6, state.enabled ? tokens.base : tokens.sunken, border, width);
}

void paintCheck(QPainter &painter, const QStyleOption *option, const Tokens &tokens)
{
    const Condition state(option);
    const QRectF rect(option->rect);
    const QColor accent = state.enabled ? tokens.accentFill : tokens.track;
    paintBox(painter, rect, 4, state.on ? accent : tokens.base, state.on ? accent : tokens.control);
    if (state.on) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{rect.topLeft() + QPointF(4, 8.2), rect.topLeft() + QPointF(7, 11),
                                       rect.topLeft() + QPointF(12, 5.2)});
        painter.restore();
    }
    if (state.focus)
        paintBox(painter, rect.adjusted(-3, -3, 3, 3), 6, {}, tokens.accent, 2);
}

void paintRadio(QPainter &painter, const QStyleOption *option, const Tokens &tokens)
{
    const Condition state(option);
    const double width = state.on ? 5 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(state.on ? tokens.accentFill : tokens.control, width));
    painter.setBrush(tokens.base);
    painter.drawEllipse(QRectF(option->rect).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter.restore();
    if (state.focus)
        paintBox(painter, QRectF(option->rect).adjusted(-3, -3, 3, 3), 11, {}, tokens.accent, 2);
}

void paintHeader(QPainter &painter, const QStyleOption *option, const Tokens &tokens)
{
    const QRect rect = option->rect;
    painter.fillRect(rect, tokens.base);
    const double bottom = rect.bottom();
    paintHairline(painter, QPointF(rect.left(), bottom), QPointF(rect.right() + 1.0, bottom), tokens.line);
}

/// Beside the title, in the room between columns: a title that is sorted by is not wider than before.
void paintSortArrow(QPainter &painter, const QRectF &rect, const QStyleOptionHeader &header, double textWidth,
                    const Tokens &tokens)
{
    constexpr double Half = 3;
    const bool isRight = (header.textAlignment & Qt::AlignRight) != 0;
    const double x = isRight ? rect.right() + 2 + Half : rect.left() + textWidth + 4 + Half;
    const double y = rect.center().y() + 0.5;
    const double tip = header.sortIndicator == QStyleOptionHeader::SortUp ? Half * 0.7 : -Half * 0.7;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    const std::array corners{QPointF(x - Half, y - tip), QPointF(x + Half, y - tip), QPointF(x, y + tip)};
    painter.drawPolygon(corners.data(), int(corners.size()));
    painter.setBrush(Qt::NoBrush);
}

void paintHeaderLabel(QPainter &painter, const QStyleOptionHeader &header, const QWidget *widget, const Tokens &tokens)
{
    const int margin = has(widget, "flush") ? 0 : size::PageMargin;
    const bool first =
        header.position == QStyleOptionHeader::Beginning || header.position == QStyleOptionHeader::OnlyOneSection;
    const bool last =
        header.position == QStyleOptionHeader::End || header.position == QStyleOptionHeader::OnlyOneSection;
    // The label comes inset by the header margin of 4; first and last column stand on the page margin.
    const QRect rect = header.rect.adjusted((first ? margin : size::CellPadding) - 4, 0,
                                            -((last ? margin : size::CellPadding) - 4), -1);
    painter.save();
    painter.setFont(fontFor(TextRole::Caption, QFont::Medium));
    const bool isSorted = header.sortIndicator != QStyleOptionHeader::None;
    painter.setPen(isSorted ? tokens.text : tokens.text3);
    const QString text = painter.fontMetrics().elidedText(header.text, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(header.textAlignment) | Qt::TextSingleLine, text);
    if (isSorted)
        paintSortArrow(painter, QRectF(rect), header, painter.fontMetrics().horizontalAdvance(text), tokens);
    painter.restore();
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider *slider, const QRect &handle, const Tokens &tokens)
{
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const QRectF rect = QRectF(handle).adjusted(3, 3, -3, -3);
    if (rect.height() >= 4 && rect.width() >= 4)
        paintBox(painter, rect, 2, Condition(slider).hover ? tokens.text3 : tokens.track, {});
}

} // namespace

SignalboxStyle::SignalboxStyle()
    : QProxyStyle(u"fusion"_s)
{
}

int SignalboxStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QLineEdit *>(widget))
            return has(widget, "bare") ? 0 : 5;
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return has(widget, "bare") ? 0 : 4;
        return qobject_cast<const QComboBox *>(widget) ? 4 : 1;
    case PM_ScrollBarExtent:
        return 10;
    case PM_SplitterWidth:
        return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_HeaderMargin:
        return 4; // acts on both axes; the label is inset when it is painted
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_HeaderGripMargin:
        return 6;
    case PM_HeaderMarkSize:
        return 8;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SignalboxStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_Table_GridLineColor:
        return option ? int(tokensOf(option->palette).line.rgba()) : 0;
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void SignalboxStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*painter, option, widget, tokens);
        return;
    case PE_PanelLineEdit:
        // The line edit inside a combo box draws no box of its own.
        if (!has(widget, "bare") && !(widget && qobject_cast<const QComboBox *>(widget->parentWidget())))
            paintField(*painter, option, widget, tokens);
        return;
    case PE_Frame:
        if (has(widget, "bare"))
            return;
        if (qobject_cast<const QPlainTextEdit *>(widget)) // a field of several lines
            paintField(*painter, option, widget, tokens);
        else
            paintBox(*painter, QRectF(option->rect), 6, {}, tokens.line);
        return;
    case PE_FrameFocusRect: // every control draws its own ring
    case PE_FrameDefaultButton:
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, tokens.base);
        return;
    case PE_FrameMenu:
        paintBox(*painter, QRectF(option->rect), 0, {}, tokens.edge);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option, tokens);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option, tokens);
        return;
    case PE_PanelItemViewItem:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, tokens.accentSoft);
        else if (option->state & State_MouseOver)
            painter->fillRect(option->rect, tokens.sunken);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SignalboxStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (element) {
    case CE_PushButtonBevel: // a flat button, too: hover and focus are its only box
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel: {
        QStyleOptionButton button = *qstyleoption_cast<const QStyleOptionButton *>(option);
        QColor text = (option->state & State_Enabled) ? tokens.text : tokens.text3;
        if (has(widget, "main"))
            text = (option->state & State_Enabled) ? tokens.onAccent : tokens.text3;
        else if (has(widget, "danger"))
            text = (option->state & State_Enabled) ? tokens.danger : tokens.text3;
        else if (button.features & QStyleOptionButton::Flat)
            text = (option->state & State_Enabled) ? tokens.accent : tokens.text3;
        button.palette.setColor(QPalette::ButtonText, text);
        if (has(widget, "main") && !button.icon.isNull() && (option->state & State_Enabled)) {
            const QString name = widget->property("iconName").toString();
            button.icon = QIcon(iconPixmap(name, 16, tokens.onAccent, painter->device()->devicePixelRatioF()));
        }
        QProxyStyle::drawControl(element, &button, painter, widget);
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeader(*painter, option, tokens);
        return;
    case CE_HeaderLabel:
        paintHeaderLabel(*painter, *qstyleoption_cast<const QStyleOptionHeader *>(option), widget, tokens);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, tokens.line);
        return;
    case CE_ComboBoxLabel: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo->editable)
            return; // its line edit shows the text
        const QRect rect = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).adjusted(4, 0, 0, 0);
        painter->save();
        painter->setPen((option->state & State_Enabled) ? tokens.text : tokens.text3);
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SignalboxStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (control) {
    case CC_ComboBox: {
        if (!has(widget, "bare"))
            paintField(*painter, option, widget, tokens);
        const QRect rect = option->rect;
        painter->drawPixmap(rect.right() - 22, rect.center().y() - 6,
                            iconPixmap(u"chevron-down"_s, 14, tokens.text2, painter->device()->devicePixelRatioF()));
        return;
    }
    case CC_SpinBox:
        paintField(*painter, option, widget, tokens);
        return;
    case CC_ScrollBar: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        paintScrollBar(*painter, slider, subControlRect(CC_ScrollBar, slider, SC_ScrollBarSlider, widget), tokens);
        return;
    }
    case CC_ToolButton: {
        const Condition state(option);
        if (state.on)
            paintBox(*painter, QRectF(option->rect), 6, tokens.accentSoft, {});
        else if (state.hover || state.down)
            paintBox(*painter, QRectF(option->rect), 6, tokens.hover, {});
        if (state.focus)
            paintBox(*painter, QRectF(option->rect), 6, {}, tokens.accent, 2);
        QStyleOptionToolButton label = *qstyleoption_cast<const QStyleOptionToolButton *>(option);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize SignalboxStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                       const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(size::Control);
        result.rwidth() += 8;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(has(widget, "bare") ? result.height() : size::Control);
        break;
    case CT_ToolButton:
        result = QSize(qMax(size::Control, result.width()), size::Control);
        break;
    case CT_HeaderSection:
        result.setHeight(size::TableHeader);
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(size::Row, result.height()));
        break;
    default:
        break;
    }
    return result;
}

QIcon SignalboxStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    return standard == SP_LineEditClearButton ? icon(u"close"_s) : QProxyStyle::standardIcon(standard, option, widget);
}

} // namespace sb::ui
