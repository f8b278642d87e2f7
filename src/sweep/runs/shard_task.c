/* The number of this task and of all tasks, from the environment variables that queueing systems and MPI set. */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "sweep/runs/shard.h"
#include <stdlib.h>
#include <string.h>

/* A queueing system or MPI, and the environment variables that it sets; NULL: it has no such variable. A variable that is not
 * set, or is no number, is missing. */
struct system {
    const char *name;
    const char *task;  /* the number of this task */
    const char *count; /* the number of tasks */
    const char *last;  /* the number of the last task, in systems that do not set `count` */
    const char *first; /* the number of the first task; missing: see first_is */
    const char *step;  /* the distance between the numbers of tasks; missing: 1 */
    int first_is; /* the number of the first task when `first` is missing; -1: it may be 0 or 1 */
};

/* The innermost system comes first, because a task of HyperQueue or MPI may run inside a task of Slurm. srun sets both
 * SLURM_PROCID and SLURM_STEP_NUM_TASKS. The last row, with the same task variable, is used when only SLURM_NTASKS is set, which
 * may be the number for the whole job. */
static const struct system systems[] = {
    {"HyperQueue", "HQ_TASK_ID", NULL, NULL, NULL, NULL, -1},
    {"Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", NULL, "SLURM_ARRAY_TASK_MIN",
     "SLURM_ARRAY_TASK_STEP", 0},
    {"Grid Engine", "SGE_TASK_ID", NULL, "SGE_TASK_LAST", "SGE_TASK_FIRST", "SGE_TASK_STEPSIZE", 1},
    {"PBS", "PBS_ARRAY_INDEX", NULL, NULL, NULL, NULL, -1},
    {"Open MPI", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", NULL, NULL, NULL, 0},
    {"MPI", "PMI_RANK", "PMI_SIZE", NULL, NULL, NULL, 0},
    {"srun", "SLURM_PROCID", "SLURM_STEP_NUM_TASKS", NULL, NULL, NULL, 0},
    {"Slurm", "SLURM_PROCID", "SLURM_NTASKS", NULL, NULL, NULL, 0},
};
enum { SYSTEMS = sizeof systems / sizeof *systems };

/* Reads a whole number from 0 to 2^31 - 1 up to the end of the text. Returns -1 when the text is something else. */
static long whole(const char *text)
{
    char *end;
    long n;

    if (!text || *text < '0' || *text > '9')
        return -1;
    n = strtol(text, &end, 10);
    return *end || n > 2147483647 ? -1 : n;
}

/* Returns the value of an environment variable, whose name may be NULL; -1 when it is missing. */
static long variable(const char *name)
{
    return name ? whole(getenv(name)) : -1;
}

/* Returns the number of tasks from the system's variables; -1 or 0 when they do not give it. */
static long count_of(const struct system *y, long first, long step)
{
    long count = variable(y->count), last = variable(y->last);

    return count > 0 || last < 0 || last < first ? count : (last - first) / step + 1;
}

/* Sets *s from the variables of a system of which this process is a task. of: the number of tasks that the user gave; 0: none.
 * Returns 0, or -1 after a message. */
static int take_from(struct shard *s, const struct system *y, long of)
{
    long task = variable(y->task), first = variable(y->first), step = variable(y->step), count;

    first = first >= 0 ? first : y->first_is;
    step = step > 0 ? step : 1;
    count = count_of(y, first, step);
    if (of > 0 && y->first && count > 0 && count != of)
        return error(
            "--shard auto/%ld: %s=%ld is of an array of %ld tasks, so its share cannot be told; write it out, as "
            "--shard $%s/%ld for an array from 1 to %ld",
            of, y->task, task, count, y->task, of, of);
    count = of > 0 ? of : count;
    if (count <= 0)
        return error(
            "--shard auto: %s=%ld, but %s does not tell how many tasks there are: write --shard auto/N",
            y->task, task, y->name);
    if (count > SHARDS_MOST)
        return error("--shard auto: %ld tasks; the most is %d", count, SHARDS_MOST);
    if (first < 0) /* tasks have consecutive numbers, whose first is not known */
        task = task % count;
    else
        task = (task - first) / step;
    if (task < 0 || task >= count)
        return error(
            "--shard auto: %s=%ld is not one of %ld tasks from %ld on in steps of %ld: give --shard I/N",
            y->task, variable(y->task), count, first, step);
    s->number = (int)task + 1;
    s->of = (int)count;
    s->from = of > 0 || !y->count ? format_new("%s=%ld", y->task, variable(y->task))
                                  : format_new("%s=%ld, %s=%ld", y->task, variable(y->task),
                                               y->count, variable(y->count));
    return 0;
}

/* Sets *s from the innermost system of which this process is a task. Returns 0, or -1 after a message. of: see take_from(). */
static int take_task(struct shard *s, long of)
{
    struct text names = {0};
    int r;

    /* of two rows with the same task variable, the first is used only when its count is set */
    for (int i = 0; i < SYSTEMS; i++)
        if (variable(systems[i].task) >= 0 &&
            (i == SYSTEMS - 1 || strcmp(systems[i].task, systems[i + 1].task) ||
             variable(systems[i].count) > 0))
            return take_from(s, &systems[i], of);
    for (int i = 0; i < SYSTEMS - 1; i++) /* the last row has the variable of the one before */
        text_add_item(&names, ", ", "%s", systems[i].task);
    r = error("--shard auto: no queueing system: none of %s is set; give --shard I/N",
              text_str(&names));
    text_clear(&names);
    return r;
}

int shard_parse(struct shard *s, const char *text)
{
    const char *slash = strchr(text, '/');
    char *first = xstrndup(text, slash ? (size_t)(slash - text) : strlen(text));
    long number = whole(first), of = slash ? whole(slash + 1) : 0;
    bool automatic = strcmp(first, "auto") == 0;

    free(first);
    *s = (struct shard){0};
    if ((slash && (of < 1 || of > SHARDS_MOST)) ||
        (!automatic && (!slash || number < 1 || number > of)))
        return error(
            "--shard %s: should be I/N with 1 <= I <= N <= %d, as 3/10, or auto, or auto/N", text,
            SHARDS_MOST);
    if (automatic)
        return take_task(s, of);
    s->number = (int)number;
    s->of = (int)of;
    return 0;
}

void shard_clear(struct shard *s)
{
    free(s->from);
    *s = (struct shard){0};
}
