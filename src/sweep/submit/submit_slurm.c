/*
 * Slurm: an array job, and a job that depends on it.
 *
 * --signal=B:USR1@120 sends SIGUSR1 to the batch shell two minutes before the time limit. The shell sends it to normlab
 * run, which saves checkpoints and ends with EXIT_STOPPED. The task then asks Slurm to put the task into the queue again.
 * It names itself by the number of the array and its own number, because the number of the array alone would requeue all
 * tasks of the array.
 */
#include "base/error.h"
#include "base/system/process.h"
#include "sweep/submit/submit.h"
#include <stdlib.h>
#include <string.h>

enum {
    DEFAULT_ARRAY = 1001, /* Slurm's default of MaxArraySize */
    LEAST_MINUTES = 5,    /* the signal may come up to three minutes before the end */
};

/* ---- checks ---- */

/* Reads a whole number at *at and moves *at to the character after it. Returns -1 when there is none; a million for larger
 * numbers. */
static long take_number(const char **at)
{
    char *end;
    long n;

    if (**at < '0' || **at > '9')
        return -1;
    n = strtol(*at, &end, 10);
    *at = end;
    return n < 1000000 ? n : 1000000;
}

/* Returns the minutes in the value of sbatch's option --time: M, M:S, H:M:S, D-H, D-H:M or D-H:M:S; -1 for any other text. */
static long minutes_of(const char *text)
{
    long number[4] = {0}, n;
    bool days = false;
    int numbers = 0;

    for (;;) {
        n = take_number(&text);
        if (n < 0 || numbers == 4)
            return -1;
        number[numbers++] = n;
        if (*text == '\0')
            break;
        if (*text != ':' && (*text != '-' || numbers != 1))
            return -1;
        days |= *text++ == '-';
    }
    if (days)
        return (number[0] * 24 + number[1]) * 60 + number[2];
    return numbers <= 2 ? number[0] : numbers == 3 ? number[0] * 60 + number[1] : -1;
}

static int check(const struct submission *s)
{
    long minutes = s->time ? minutes_of(s->time) : LEAST_MINUTES;

    if (minutes < 0)
        return error(
            "--time %s: should be MINUTES, HOURS:MINUTES:SECONDS, DAYS-HOURS or another form that "
            "sbatch takes",
            s->time);
    if (minutes < LEAST_MINUTES)
        return error(
            "--time %s: give a task %d minutes or more, because it is asked to stop up to three minutes "
            "before its time is over",
            s->time, LEAST_MINUTES);
    for (int i = 0; i < s->options; i++)
        if (text_starts_with(s->option[i], "--array") || text_starts_with(s->option[i], "-a"))
            return error("%s: normlab sets sbatch's option --array itself: --tasks N",
                         s->option[i]);
    return 0;
}

/* Returns the largest number that a task may have: one less than the cluster's MaxArraySize, because Slurm wants numbers
 * below it. config: the output of `scontrol show config`. */
static int most_of(const char *config)
{
    const char *at = strstr(config, "\nMaxArraySize");
    long size = DEFAULT_ARRAY;

    if (at) {
        at += 1 + strcspn(at + 1, "0123456789\n");
        size = take_number(&at);
    }
    return size > 2 ? (int)size - 1 : 1;
}

static int most(void)
{
    struct text out = {0}, err = {0};
    bool asked = process_run(".", "scontrol show config", NULL, &out, &err) == 0;
    int n = most_of(asked ? text_str(&out) : "");

    text_clear(&out);
    text_clear(&err);
    return n;
}

/* ---- the script ---- */

/* Adds the user's options for sbatch. */
static void add_options(struct text *t, const struct submission *s)
{
    submit_option(t, "time", s->time);
    submit_option(t, "partition", s->partition);
    submit_words(t, s->option, s->options);
}

/* Adds the shell function `submit`. In a path of sbatch's option --output, % begins a pattern, and %% stands for the
 * character %. */
static void add_submit(struct text *t, const struct submission *s)
{
    text_adds(t, "submit() {\n"
                 "    local array last\n"
                 "    array=$(sbatch --parsable");
    submit_option(t, "job-name", s->name);
    text_adds(t, " --output=\"${logs//%/%%}/%A_%a.log\" --open-mode=append --signal=B:USR1@120");
    add_options(t, s);
    text_add(
        t,
        " \\\n        --requeue --array=\"1-$tasks\" --cpus-per-task=%d%s \"$script\" task) || exit 1\n"
        "    array=${array%%%%;*} # without the name of the cluster\n"
        "    last=$(sbatch --parsable",
        s->cores, s->exclusive ? " --exclusive" : "");
    add_options(t, s);
    text_adds(t, " \\\n        --job-name=");
    text_add_shell(t, s->name);
    text_adds(
        t,
        "-finish --output=\"${logs//%/%%}/%A_finish.log\" --cpus-per-task=1 \\\n"
        "        --dependency=\"afterany:$array\" \"$script\" finish) || {\n"
        "        echo \"submit: job $array is in the queue; when it has ended: bash $script finish\" >&2\n"
        "        exit 1\n"
        "    }\n"
        "    echo \"submitted: job $array, tasks 1 to $tasks; then job ${last%%;*}, which merges and draws\"\n"
        "    echo \"logs: $logs\"\n"
        "}\n\n");
}

/* Adds the shell function `task`. The shell's `wait` also returns when a signal comes; the function then calls it again. */
static void add_task(struct text *t)
{
    text_add(
        t,
        "task() {\n"
        "    local child='' code caught='' asked=''\n"
        "    trap 'caught=1 asked=1; [ -z \"$child\" ] || kill -USR1 \"$child\"' USR1 USR2\n"
        "    \"${share[@]}\" --shard=\"$SLURM_ARRAY_TASK_ID/$tasks\" &\n"
        "    child=$!\n"
        "    [ -z \"$asked\" ] || kill -USR1 \"$child\" # it came before there was a child\n"
        "    wait \"$child\"\n"
        "    code=$?\n"
        "    while [ -n \"$caught\" ] && [ \"$code\" -gt 128 ]; do\n"
        "        caught=''\n"
        "        wait \"$child\"\n"
        "        code=$?\n"
        "    done\n"
        "    # The time is nearly over: continue later, from the checkpoints. Slurm then ends this script.\n"
        "    if [ \"$code\" -eq %d ] || { [ -n \"$asked\" ] && [ \"$code\" -gt 128 ]; }; then\n"
        "        scontrol requeue \"${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID\" && sleep 60\n"
        "        echo \"submit: Slurm did not requeue this task; bash $script continues it\" >&2\n"
        "    fi\n"
        "    return \"$code\"\n"
        "}\n",
        EXIT_STOPPED);
}

static void add_functions(struct text *t, const struct submission *s)
{
    add_submit(t, s);
    add_task(t);
}

const struct submit_system submit_slurm = {
    .flag = "--slurm",
    .program = "sbatch",
    .advice = "run this on a login node of the cluster, or load its Slurm module",
    .check = check,
    .most = most,
    .write = add_functions,
};
