#include "ui/chains/policies/policy_json_view.h"

#include "ui/common/json_text.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

PolicyJsonView::PolicyJsonView(PolicyDocument &document, QWidget *parent)
    : FileJsonView({.read = [&document] { return routing::toJson(document.policy()); },
                    .check =
                        [](const Json &json) {
                            return routing::parsePolicy(json).map(
                                [](const routing::Policy &policy) { return routing::validate(policy, {}); });
                        },
                    .write =
                        [&document](const Json &json) {
                            if (const auto policy = routing::parsePolicy(json))
                                document.replace(*policy, tr("Edit as JSON"));
                        }},
                   tr("Policy as JSON"), parent)
{
    text().setObjectName(u"policyJson"_s);
    connect(&document, &PolicyDocument::opened, this, &FileJsonView::forget);
    connect(&document, &PolicyDocument::changed, this, &FileJsonView::present);
}

} // namespace sb::ui
