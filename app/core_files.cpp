#include "app/core_files.h"

#include <sys/resource.h>

namespace sb::app {

void forbidCoreFiles()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace sb::app
