#include "base/system/machine.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void machine_identify(char host[256], char machine[96])
{
    FILE *f = fopen("/proc/sys/kernel/random/boot_id", "re");
    char boot[48] = "", space[32] = "";
    ssize_t n = readlink("/proc/self/ns/pid", space, sizeof space - 1);

    memset(host, 0, 256);
    if (gethostname(host, 255) || !*host)
        strcpy(host, "host");
    machine[0] = '\0';
    if (f && fgets(boot, sizeof boot, f) && n > 0)
        snprintf(machine, 96, "%.*s/%s", (int)strcspn(boot, "\n"), boot, space);
    if (f)
        fclose(f);
}
