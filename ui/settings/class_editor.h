#pragma once

#include "core/profile/workspace.h"

#include <QWidget>

class QVBoxLayout;

namespace sb::ui {

/// The user's own classes of requests, a row each: its name, the words by which a request is known for it, how many
/// examples it has. Every change acts at once; a class that is removed can be brought back.
class ClassEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ClassEditor(profile::Workspace &workspace, QWidget *parent = nullptr);
    ~ClassEditor() override;

    bool undo(); ///< what the last notice offered. @return false: something was edited since
    void focusFirst();

signals:
    void notice(const QString &text, const QString &undoAction);

private:
    void present();
    [[nodiscard]] QWidget *makeRow(const routing::UserClass &userClass);
    [[nodiscard]] QWidget *makeAdding();
    void rename(const QString &className, const QString &newName);
    void setWords(const QString &className, const QString &words);
    void forgetExamples(const QString &className);
    void remove(const QString &className);
    void add(const QString &name);
    void use(const routing::ClassRules &rules, const QString &text);

    profile::Workspace &m_workspace;
    QVBoxLayout *m_column;
    QWidget *m_rows = nullptr;
    routing::ClassRules m_before; ///< what the last notice offers
    routing::ClassRules m_after;
};

/// The words of a class's rule that asks nothing else, by commas; empty where it has no such rule.
[[nodiscard]] QString keywordsOf(const routing::UserClass &userClass);
/// The class with these words in that rule: made where there is none, gone where there are no words.
[[nodiscard]] routing::UserClass withKeywords(routing::UserClass userClass, const QString &typed);

} // namespace sb::ui
