#pragma once

#include "ui/chains/policies/policy_document.h"

#include <QWidget>

namespace sb::ui {

class RuleList;

/// The rules with their head and the keys that act on them.
class RulesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RulesPanel(PolicyDocument &document, QWidget *parent = nullptr);
    [[nodiscard]] RuleList &list() { return *m_list; }

private:
    RuleList *m_list;
};

} // namespace sb::ui
