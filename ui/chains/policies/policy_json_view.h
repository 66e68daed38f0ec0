#pragma once

#include "ui/chains/file_json_view.h"
#include "ui/chains/policies/policy_document.h"

namespace sb::ui {

/// The policy as the text of its file.
class PolicyJsonView final : public FileJsonView
{
    Q_OBJECT
public:
    explicit PolicyJsonView(PolicyDocument &document, QWidget *parent = nullptr);
};

} // namespace sb::ui
