#include "ui/common/type.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

namespace sb::ui {

namespace {

double pointsAboveBody(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
        return -1.5;
    case TextRole::Small:
        return -0.75;
    case TextRole::Body:
        return 0;
    case TextRole::Title:
        return 3.75;
    case TextRole::Display:
        return 10.5;
    case TextRole::Code:
        return -1.15;
    }
    return 0;
}

} // namespace

QFont fontFor(TextRole role, int weight)
{
    const QFont body = QGuiApplication::font();
    QFont font = role == TextRole::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : body;
    font.setPointSizeF(qMax(6.0, body.pointSizeF() + pointsAboveBody(role)));
    // Where a family has no 500, Qt would take 600 or 700: too loud for a label.
    const bool hasMedium =
        weight != QFont::Medium || QFontDatabase::styles(font.family()).contains(QLatin1String("Medium"));
    font.setWeight(hasMedium ? QFont::Weight(weight) : QFont::Normal);
    return font;
}

double digitCell(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

double tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const double cell = digitCell(metrics);
    double width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

} // namespace sb::ui
