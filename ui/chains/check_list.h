#pragma once

#include "ui/chains/field_rows.h"

#include <QWidget>

class QVBoxLayout;

namespace sb::ui {

class JsonField;

/// What an answer of the step has to be: checks in their order, each with its fields and a menu to move and remove it.
class CheckList final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);
    void present(const routing::Step &step, const StepProblems &problems);
    void forget(); ///< what was typed and refused belonged to another step

signals:
    void edited(const sb::routing::Step &step, const QString &path, const QString &title);

private:
    /// The parts of one check.
    struct Card
    {
        QWidget *widget = nullptr;
        FieldRows *rows = nullptr;
        JsonField *schema = nullptr; ///< of a check by a schema
        Label *problem = nullptr; ///< of the check as a whole
    };
    [[nodiscard]] Card makeCard(const routing::AcceptanceCheck &check, qsizetype at);
    [[nodiscard]] QWidget *makeHead(const QString &title, qsizetype at, QWidget *card);
    [[nodiscard]] JsonField *makeSchema(qsizetype at, QWidget *card);
    void makeCards();
    void setTabOrderOfCards();
    void add(const routing::AcceptanceCheck &check);
    void remove(qsizetype at);
    void move(qsizetype at, int by);
    void tell(const QString &path, const QString &title);
    void focus(qsizetype at);

    routing::Step m_step = {};
    QList<std::size_t> m_kinds; ///< for which the cards were made
    QVBoxLayout *m_column;
    QWidget *m_add;
    QList<Card> m_cards;
};

} // namespace sb::ui
