#include "base/system/process.h"
#include "base/number.h"
#include "base/system/file.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

double process_peak_bytes(void)
{
    size_t size;
    char *status = file_read("/proc/self/status", &size, true);
    const char *line = status ? strstr(status, "VmHWM:") : NULL;
    double bytes = line ? 1024 * number_parse(line + strlen("VmHWM:"), NULL) : NAN;

    free(status);
    return bytes;
}
