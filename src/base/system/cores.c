#include "base/system/cores.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/text.h"
#include <math.h>
#include <sched.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Returns the first number in the file folder/name, or, with `second`, the number after the first blank. NaN when
 * there is no such number. */
static double number_in(const char *folder, const char *name, bool second)
{
    char *path = format_new("%s/%s", folder, name), *end;
    size_t size;
    char *text = file_read(path, &size, true), *at = text;
    double value = NAN;

    if (text && second)
        at += strcspn(text, " ");
    if (text)
        value = number_parse(at, &end);
    if (text && end == at)
        value = NAN; /* cgroup v2 writes "max" when there is no limit */
    free(text);
    free(path);
    return value;
}

/* Returns the number of cores that the cgroup in this folder allows; INFINITY when it has no limit or does not
 * exist. unified: the folder belongs to cgroup v2, else to v1. */
static double quota_of(const char *folder, bool unified)
{
    double time = number_in(folder, unified ? "cpu.max" : "cpu.cfs_quota_us", false);
    double period = number_in(folder, unified ? "cpu.max" : "cpu.cfs_period_us", unified);

    /* v1 writes -1 when there is no limit */
    return time > 0 && period > 0 ? time / period : INFINITY;
}

/* Returns the smallest quota among the cgroup `group` and all groups that contain it. */
static double least_quota(const char *mount, const char *group, bool unified)
{
    char *folder = format_new("%s%s", mount, strcmp(group, "/") ? group : "");
    size_t root = strlen(mount);
    double least = INFINITY;

    for (;;) {
        char *slash;

        least = fmin(least, quota_of(folder, unified));
        slash = strrchr(folder + root, '/');
        if (!slash)
            break;
        *slash = '\0';
    }
    free(folder);
    return least;
}

/* Returns the quota of the cgroup that one line of /proc/PID/cgroup names. The line is NUMBER:CONTROLLERS:GROUP;
 * CONTROLLERS is empty for cgroup v2. */
static double quota_of_line(const char *line, const char *mount)
{
    const char *first = strchr(line, ':'), *second = first ? strchr(first + 1, ':') : NULL;
    struct list controllers = {0};
    char *names, *folder;
    double quota = INFINITY;

    if (!second || second[1] != '/')
        return quota;
    if (second == first + 1)
        return least_quota(mount, second + 1, true);
    names = xstrndup(first + 1, (size_t)(second - first - 1));
    list_split(&controllers, names, ",");
    if (list_has(&controllers, "cpu")) {
        /* Where the controllers cpu and cpuacct share a folder, a link named cpu points to it. */
        folder = format_new("%s/cpu", mount);
        quota = least_quota(folder, second + 1, false);
        free(folder);
    }
    list_clear(&controllers);
    free(names);
    return quota;
}

double cores_of_cgroups(const char *membership, const char *mount)
{
    struct list lines = {0};
    double least = INFINITY;

    list_split(&lines, membership, "\n");
    for (int i = 0; i < lines.count; i++)
        least = fmin(least, quota_of_line(lines.item[i], mount));
    list_clear(&lines);
    return least;
}

/* Returns the number of processors that this process may run on. */
static int affinity(void)
{
    long machine = sysconf(_SC_NPROCESSORS_ONLN);

    /* sched_getaffinity() fails when the set is smaller than the kernel's, whose size is not known. */
    for (int most = 1024; most <= 1 << 20; most *= 4) {
        cpu_set_t *set = CPU_ALLOC(most);
        size_t size = CPU_ALLOC_SIZE(most);
        int count = 0;

        if (set && sched_getaffinity(0, size, set) == 0)
            count = CPU_COUNT_S(size, set);
        CPU_FREE(set);
        if (count > 0)
            return count;
    }
    return machine > 0 ? (int)machine : 1;
}

int cores_available(void)
{
    const char *task = getenv("SLURM_CPUS_PER_TASK");
    double cores = affinity(), given = task && number_is(task) ? number_parse(task, NULL) : 0;
    size_t size;
    char *membership = file_read("/proc/self/cgroup", &size, true);

    if (membership)
        cores = fmin(cores, floor(cores_of_cgroups(membership, "/sys/fs/cgroup")));
    free(membership);
    if (given >= 1)
        cores = fmin(cores, floor(given));
    return cores >= 1 ? (int)cores : 1;
}
