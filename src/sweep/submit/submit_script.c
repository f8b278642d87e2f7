/* The parts of the script that all queueing systems share. */
#include "base/error.h"
#include "sweep/submit/submit.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SYSTEM(name) extern const struct submit_system submit_##name;
#include "sweep/submit/systems.def"
#undef SYSTEM

const struct submit_system *const submit_systems[] = {
#define SYSTEM(name) &submit_##name,
#include "sweep/submit/systems.def"
#undef SYSTEM
    NULL,
};

enum {
    /* the least time of a task: starting one takes a queueing system some seconds */
    TASK_SECONDS = 600,
    UNKNOWN_TASKS = 8, /* the number of tasks when times are not known */
    USUAL_TASKS = 100, /* the largest number of tasks, unless the user gives a number */
};

/* Environment variables that change what normlab finds or computes. The script sets them in each task to their values at
 * submission, because some systems start tasks in another environment. */
static const char *const inherited[] = {"NORMLAB_ISA", "NORMLAB_DATA", "NORMLAB_CACHE",
                                        "NORMLAB_LEASE_SECONDS", "OPENBLAS_CORETYPE"};

int submit_tasks(double seconds, int jobs, int trials, int most)
{
    double tasks = isnan(seconds) ? UNKNOWN_TASKS : floor(seconds / jobs / TASK_SECONDS);

    tasks = fmin(fmin(tasks, USUAL_TASKS), fmin(trials, most));
    return tasks >= 1 ? (int)tasks : 1;
}

void submit_words(struct text *t, char *const *word, int words)
{
    for (int i = 0; i < words; i++) {
        text_adds(t, " ");
        text_add_shell(t, word[i]);
    }
}

void submit_option(struct text *t, const char *name, const char *value)
{
    char *word;

    if (!value)
        return;
    word = format_new("--%s=%s", name, value);
    submit_words(t, &word, 1);
    free(word);
}

/* Adds the line "NAME=VALUE". */
static void add_variable(struct text *t, const char *name, const char *value)
{
    text_adds(t, name);
    text_adds(t, "=");
    text_add_shell(t, value);
    text_adds(t, "\n");
}

/* Adds the first lines: what the script is, its variables, and the change to its folder. */
static void add_start(struct text *t, const struct submission *s)
{
    text_add(
        t,
        "#!/usr/bin/env bash\n"
        "# Trains the trials of an experiment in %d tasks; then merges them, draws the figures and writes the report.\n"
        "# Written by normlab submit. Start it again with bash and the path of this file: trials that are done are kept.\n"
        "set -uo pipefail\n\n",
        s->tasks);
    add_variable(t, "normlab", s->normlab);
    add_variable(t, "folder", s->folder);
    add_variable(t, "results", s->results);
    text_adds(t, "script=$results/" SUBMIT_SCRIPT "\nlogs=$results/logs\n");
    text_add(t, "tasks=%d\n", s->tasks);
    for (size_t i = 0; i < sizeof inherited / sizeof *inherited; i++)
        if (getenv(inherited[i])) {
            text_adds(t, "export ");
            add_variable(t, inherited[i], getenv(inherited[i]));
        }
    text_adds(t, "cd \"$folder\" || exit 1\n\n");
}

/* Adds two arrays of the shell. `all` is the command that runs all trials. `share` is the command of a task, which adds the
 * option --shard to it. */
static void add_commands(struct text *t, const struct submission *s)
{
    text_adds(t, "all=(\"$normlab\" run");
    submit_words(t, (char *[]){(char *)s->experiment}, 1);
    submit_words(t, s->override, s->overrides);
    submit_option(t, "preset", s->preset);
    submit_option(t, "seeds", s->seeds);
    submit_option(t, "out", s->root);
    text_adds(t, ")\nshare=(\"${all[@]}\" --no-plot --quiet");
    if (s->costs)
        text_add(t, " --costs=\"$results/%s\"", s->costs);
    text_adds(t, ")\n\n");
}

/* Adds the shell function `finish`, the last step. */
static void add_finish(struct text *t, const struct submission *s)
{
    text_adds(
        t,
        "# Merges what has finished, also when some tasks failed, and draws it. Ends with 3 when trials "
        "are missing.\n"
        "finish() {\n"
        "    local code=0\n"
        "    \"${all[@]}\" --no-train --quiet || code=$?\n");
    text_add(t,
             "    if [ \"$code\" -eq %d ]; then\n"
             "        echo \"submit: $logs says why; bash $script runs what is missing\" >&2\n"
             "    fi\n",
             EXIT_PARTIAL);
    if (s->report) {
        text_adds(t, "    \"$normlab\" report");
        submit_words(t, (char *[]){(char *)s->experiment}, 1);
        submit_option(t, "out", s->root);
        text_adds(t, " || code=1\n");
    } else {
        text_adds(t, "    # no report: trials on generated data only try things out\n");
    }
    text_adds(t, "    return \"$code\"\n}\n\n");
}

void submit_script(struct text *t, const struct submit_system *system, const struct submission *s)
{
    add_start(t, s);
    add_commands(t, s);
    system->write(t, s);
    text_adds(t, "\n");
    add_finish(t, s);
    text_adds(
        t,
        "case ${1:-submit} in\n"
        "submit) mkdir -p \"$logs\" && own=$(mktemp \"$logs/submit.XXXXXX\") && cp \"$script\" \"$own\" && submit ;;\n"
        "task) task \"${@:2}\" ;;\n"
        "finish) finish ;;\n"
        "*)\n"
        "    echo \"submit: $1? submit, task or finish\" >&2\n"
        "    exit 2\n"
        "    ;;\n"
        "esac\n");
}
