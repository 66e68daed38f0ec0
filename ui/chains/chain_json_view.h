#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/file_json_view.h"

namespace sb::ui {

/// The chain as the text of its file.
class ChainJsonView final : public FileJsonView
{
    Q_OBJECT
public:
    explicit ChainJsonView(ChainDocument &document, QWidget *parent = nullptr);
};

} // namespace sb::ui
