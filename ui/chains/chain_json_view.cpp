#include "ui/chains/chain_json_view.h"

#include "ui/common/json_text.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

ChainJsonView::ChainJsonView(ChainDocument &document, QWidget *parent)
    : FileJsonView({.read = [&document] { return routing::toJson(document.chain()); },
                    .check =
                        [](const Json &json) {
                            return routing::parseChain(json).map(
                                [](const routing::Chain &chain) { return routing::validate(chain, {}, {}); });
                        },
                    .write =
                        [&document](const Json &json) {
                            if (const auto chain = routing::parseChain(json))
                                document.replace(*chain, tr("Edit as JSON"));
                        }},
                   tr("Chain as JSON"), parent)
{
    text().setObjectName(u"chainJson"_s);
    connect(&document, &ChainDocument::opened, this, &FileJsonView::forget);
    connect(&document, &ChainDocument::changed, this, &FileJsonView::present);
}

} // namespace sb::ui
