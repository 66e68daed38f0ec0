#include "resources/data.h"

#include <QDir>

// Outside of any namespace, since Q_INIT_RESOURCE declares a global function.
static void initSignalboxData()
{
    Q_INIT_RESOURCE(signalbox_data);
}

namespace sb {

void initData()
{
    initSignalboxData();
}

} // namespace sb
