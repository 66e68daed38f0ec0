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
    [[nodiscard]] Label *addProblem(); ///< a line that says what is wrong with the field above; hidden

private:
    [[nodiscard]] Label *makeTitle(const QString &title, QWidget *field);
    QWidget *m_body;
};

} // namespace sb::ui
