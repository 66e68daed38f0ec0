#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/routing/chain.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace sb::ui {

class JsonText;
class Label;

/// A document as the text of its file; what is wrong stands beside its line. What is typed becomes an edit of the
/// document by Apply; until then an edit made elsewhere does not overwrite it. Another document does: who opens one
/// asks for typedText() before.
class FileJsonView : public QWidget
{
    Q_OBJECT
public:
    /// What the view asks of the document.
    struct Document
    {
        std::function<Json()> read = {};
        /// What makes no sense in it. Errors: of the form, with the path.
        std::function<Result<QList<routing::ChainProblem>>(const Json &)> check = {};
        std::function<void(const Json &)> write = {}; ///< what passes check()
    };
    /// @param name of the text, for assistive programs
    FileJsonView(Document document, const QString &name, QWidget *parent = nullptr);
    /// What is typed becomes an edit. @return false: it is none, and why is said under it
    bool applyText();
    [[nodiscard]] QString typedText() const; ///< not applied yet; empty: nothing is
    void resumeText(const QString &typed);
    void setProblems(const QList<routing::ChainProblem> &problems); ///< of the document
    void present(); ///< the document is another
    void forget(); ///< what is typed was about another document

signals:
    void typedChanged(); ///< there is text to apply, or no longer

private:
    void setTyped(bool typed);
    void presentProblems();

    Document m_document;
    JsonText *m_text;
    Label *m_problem;
    QList<routing::ChainProblem> m_problems; ///< of the document
    QPushButton *m_apply;
    QPushButton *m_revert;
    bool m_typed = false; ///< the text is no longer the document's
    bool m_presenting = false;

protected:
    [[nodiscard]] JsonText &text() { return *m_text; }
};

} // namespace sb::ui
