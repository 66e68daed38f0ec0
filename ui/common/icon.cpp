#include "ui/common/icon.h"

#include "ui/common/painting.h"

#include <QGuiApplication>
#include <QIconEngine>

namespace sb::ui {

namespace {

/// Draws in the palette's color of the moment: a QIcon of pixmaps would keep yesterday's theme.
class ThemedIconEngine final : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        const QPixmap pixmap = iconPixmap(m_name, side, colorFor(mode), painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), colorFor(mode), 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands over the size in device pixels.
        const int side = qRound(qMin(size.width(), size.height()) / scale);
        return iconPixmap(m_name, side, colorFor(mode), scale);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIconEngine(m_name); }
    QString key() const override { return QStringLiteral("signalbox"); }

private:
    [[nodiscard]] static QColor colorFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        const Tokens &tokens = tokensOf(palette);
        if (mode == QIcon::Disabled)
            return tokens.track;
        return mode == QIcon::Selected ? tokens.accent : tokens.text2;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new ThemedIconEngine(name)); // QIcon takes ownership
}

} // namespace sb::ui
