#include "resources/look.h"

#include <QtGlobal>

// Q_INIT_RESOURCE declares a function of the global namespace and may not stand inside another one.
static void initResource()
{
    Q_INIT_RESOURCE(signalbox_look);
}

namespace sb {

void initLook()
{
    static const bool once = [] {
        initResource();
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace sb
