#include "base/system/pid.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* Reads /proc/PID/stat into `text`. Field 2 is the program's name in parentheses, which may hold blanks. Returns a
 * pointer to what follows it: a blank, then field 3, the state. NULL when the file cannot be read. */
static const char *read_state(long pid, char text[1024])
{
    char path[48], *end;
    FILE *f;
    size_t n;

    snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    f = fopen(path, "re");
    if (!f)
        return NULL;
    n = fread(text, 1, 1023, f);
    fclose(f);
    text[n] = '\0';
    end = strrchr(text, ')');
    return end ? end + 1 : NULL;
}

long long pid_start(long pid)
{
    char text[1024];
    const char *at = read_state(pid, text);

    for (int field = 3; at && field < 22; field++) /* `at` is the blank before the field */
        at = strchr(at + 1, ' ');
    return at ? strtoll(at, NULL, 10) : -1;
}

bool pid_has_ended(long pid, long long start)
{
    char text[1024];
    const char *state;
    long long now;

    if (kill((pid_t)pid, 0) && errno == ESRCH)
        return true;
    state = read_state(pid, text);
    if (state && strncmp(state, " Z", 2) == 0)
        return true;
    now = pid_start(pid);
    return now >= 0 && start >= 0 && now != start;
}
