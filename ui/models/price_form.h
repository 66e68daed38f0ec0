#pragma once

#include "core/catalog/price.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace sb::ui {

class FieldGrid;
class Label;

/// A price of the user's own for one endpoint, with a note why; typed in dollars for a million tokens.
class PriceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PriceForm(QWidget *parent = nullptr);

    struct Draft
    {
        QString input = {};
        QString output = {};
        QString cached = {}; ///< may be empty: as input
        QString note = {};
        friend bool operator==(const Draft &, const Draft &) = default;
    };
    /// @param isOwn there is one already, which can be removed
    void present(const Draft &draft, bool isOwn);
    [[nodiscard]] Draft draft() const;
    void focusFirst();
    void showProblem(const QString &problem); ///< of the whole price; empty: none

signals:
    void saved(const sb::catalog::Price &price, const QString &note);
    void removed();
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addField(FieldGrid &grid, const QString &name, const QString &label, Label *&problem);
    void save();

    QLineEdit *m_input;
    QLineEdit *m_output;
    QLineEdit *m_cached;
    QLineEdit *m_note;
    Label *m_inputProblem;
    Label *m_outputProblem;
    Label *m_cachedProblem;
    Label *m_problem;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QPushButton *m_remove;
};

/// Dollars for a million tokens as typed, as a price of one token; at most six decimals. Errors: InvalidInput with what
/// to type.
[[nodiscard]] Result<PicoDollars> typedPerMillion(const QString &text);
/// The draft of the form for a price; empty texts where it has none.
[[nodiscard]] PriceForm::Draft draftOf(const catalog::Price &price, const QString &note);
/// What was typed with all parts of the edited price that the form does not show, such as cache writes and steps.
[[nodiscard]] catalog::Price withUnshown(catalog::Price typed, const catalog::Price &edited);

} // namespace sb::ui
