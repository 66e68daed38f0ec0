#pragma once

#include "core/profile/conversation.h"
#include "ui/playground/parameter_fields.h"

#include <QHash>
#include <QWidget>

class QFormLayout;

namespace sb::ui {

class Label;
class SegmentedControl;

/// The parameters of all panes, or of one. Every change acts at once; what is wrong is said beside its field and not
/// sent.
class ParameterForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterForm(QWidget *parent = nullptr);

    void reset(const Json &unfinished); ///< what was typed is forgotten, but for these texts
    /// @param paneNumber of the active pane, whose own parameters can be set
    void present(const Json &shared, const profile::PaneState &pane, int paneNumber);
    [[nodiscard]] QString problem() const; ///< what is expected of a field that is not right; empty: all are
    [[nodiscard]] Json unfinished() const; ///< the texts that are not right, by field; null: none

signals:
    void edited(const sb::Json &parameters, bool ofPane);
    void texted(); ///< problem() and unfinished() may be others

private:
    void add(QFormLayout *form, const ParameterField &field);
    void setWrong(const ParameterField &field, bool wrong);
    void take(const ParameterField &field, const QString &text);
    void showValues();
    [[nodiscard]] bool isOfPane() const;
    [[nodiscard]] const Json &parameters() const;

    Json m_shared; ///< parameters of all panes
    Json m_pane; ///< and of the one that is active
    QHash<QByteArray, QString> m_wrong; ///< parameter → what is expected
    SegmentedControl *m_scope;
    Label *m_scopeNote;
    QHash<QByteArray, QWidget *> m_fields;
    QHash<QByteArray, Label *> m_errors;
};

} // namespace sb::ui
