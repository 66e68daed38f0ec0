#pragma once

#include <QFormLayout>

namespace sb::ui {

class Label;

/// The rows of the inspector: titles in a column, fields to the right edge, all of them ending on one line.
class InspectorForm final : public QFormLayout
{
    Q_OBJECT
public:
    explicit InspectorForm(QWidget *body);
    void addSection(const QString &title);
    void addField(const QString &title, QWidget *field);
    void addWide(const QString &title, QWidget *field); ///< the field has the whole width, its title stands above
    /// Fields beside each other under one title; above each, what tells it from the others.
    void addStrip(const QString &title, const QStringList &captions, const QList<QWidget *> &fields);
    void addChecks(const QList<QWidget *> &checks); ///< in two columns
    [[nodiscard]] Label *addNote(const QString &text = {}); ///< small and grey, over the whole width
    [[nodiscard]] Label *addProblem(); ///< a line that says what is wrong with the field above; hidden

private:
    [[nodiscard]] Label *makeTitle(const QString &title, QWidget *field);
    QWidget *m_body;
};

/// Leaves the wheel to the page unless the field has the focus: scrolling past it must not change it.
void keepFromWheel(QWidget &field);

} // namespace sb::ui
