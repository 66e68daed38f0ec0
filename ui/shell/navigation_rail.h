#pragma once

#include "ui/common/painting.h"

#include <QKeySequence>
#include <QList>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace sb::ui {

class RailItem;
class SpentToday;

/// The column at the left: brand, sections, today's spend, settings. 188 wide, or 56 with icons only.
class NavigationRail final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget *parent = nullptr);

    /// Ctrl+1 … Ctrl+9 in the order of the calls.
    void addSection(const QString &id, const QString &iconName, const QString &title);
    void setFootSection(const QString &id, const QString &iconName, const QString &title); ///< Settings
    [[nodiscard]] QKeySequence key(const QString &id) const; ///< that shows this section
    void setCurrent(const QString &id);
    void setSignal(const QString &id, std::optional<Signal> signal, const QString &reason);
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    [[nodiscard]] SpentToday &spentToday() { return *m_spent; }

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    RailItem *makeItem(const QString &id, const QString &iconName, const QString &title);

    struct Entry
    {
        QString id;
        RailItem *item = nullptr;
    };
    QList<Entry> m_entries;
    QVBoxLayout *m_sections;
    QVBoxLayout *m_foot;
    SpentToday *m_spent;
    bool m_compact = false;
};

} // namespace sb::ui
