#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/policies/policy_document.h"
#include "ui/chains/policies/request_source.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace sb::ui {

class Banner;
class ChainHeader;
class DecisionPanel;
class PolicyInspector;
class PolicyJsonView;
class ReplayView;
class RulesPanel;
class Switch;
class VersionsView;

/// The policy editor: rules at the left, which of them decides in the middle, the selected part at the right. What is
/// edited is kept as the draft of its history a moment after each edit, so that there is nothing to be lost.
class PolicyPage final : public QWidget
{
    Q_OBJECT
public:
    PolicyPage(usage::Queries &queries, profile::Workspace &workspace, const Clock &clock, QWidget *parent = nullptr);
    ~PolicyPage() override;

    /// @return false: there is no such policy
    bool openPolicy(const QString &name);
    void newPolicy();
    /// Keeps the draft. @return false: text in the JSON view is no policy, and would be lost by opening another
    bool keepDraft();
    [[nodiscard]] const QString &shown() const { return m_key; } ///< the name of its file; empty: none
    [[nodiscard]] PolicyDocument &document() { return m_document; }
    [[nodiscard]] RequestSource &source() { return m_source; }

signals:
    void requestWanted(const sb::usage::RecordKey &key); ///< one on record
    void chainChosen(const QString &name);
    void closed(); ///< there is no policy to show any more
    void told(const QString &text);
    /// @param isEdit the undo is the document's: any other edit is in its way
    void undoable(const QString &text, const std::function<void()> &undo, bool isEdit);

protected:
    void focusInEvent(QFocusEvent *event) override; ///< goes on to what is shown first
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEditor();
    void connectHeader();
    void connectEditor();
    void connectVersions();
    void connectWorkspace();
    void present();
    void presentChooser();
    void presentVersions();
    void presentUse();
    void takePolicies();
    void choose(const QString &name);
    void leaveFor(const std::function<void()> &openOther);
    void openNew(routing::Policy policy);
    void duplicate();
    void removePolicy();
    void askToPublish();
    void publish(const QString &note, std::optional<int> percent);
    void publishShare(const QString &note, int percent);
    void changeHistory(const Result<routing::VersionHistory<routing::Policy>> &history, const QString &told);
    void promote();
    void restore(int number);
    void takeSaved(const routing::Policy &policy);
    void takeNotSaved(const routing::Policy &policy, const Error &error);
    void takeImport(const Result<routing::Policy> &policy);
    void use(bool inUse);
    [[nodiscard]] routing::VersionHistory<routing::Policy> history() const;
    [[nodiscard]] bool isPublished() const; ///< it has a file that can be in use
    [[nodiscard]] bool hasDraft() const; ///< there is something to publish
    [[nodiscard]] std::optional<routing::Policy> draft() const;
    [[nodiscard]] bool wasChangedElsewhere() const;
    [[nodiscard]] QList<routing::PolicyProblem> problems() const;
    [[nodiscard]] QString freeName(const QString &wanted) const;

    profile::Workspace &m_workspace;
    const Clock &m_clock;
    PolicyDocument m_document;
    RequestSource m_source;
    QTimer m_keepSoon;
    QString m_key; ///< the name under which it is kept; its draft may have another
    QString m_publishing; ///< the key of the one that is being published, which may be left meanwhile
    QString m_saving; ///< the name under which it is being published; empty: it is not
    ChainHeader *m_header;
    Switch *m_use;
    Banner *m_banner;
    QStackedWidget *m_stack;
    RulesPanel *m_rules;
    DecisionPanel *m_decision;
    PolicyInspector *m_inspector;
    PolicyJsonView *m_json;
    VersionsView *m_versions;
    ReplayView *m_replay;
    QWidget *m_editor;
};

} // namespace sb::ui
