/*
 * A shell script that runs an experiment's trials on a cluster: tasks that each train a share of the trials
 * (sweep/runs/shard.h), and after them one step that merges what has finished, draws the figures and writes the report.
 *
 * The script is the same for all queueing systems but for two functions, `submit` and `task`, which the system writes. It
 * holds all it needs, absolute paths included, so that a user can read it, change it and start it again:
 *   bash submit.sh            starts the tasks, and the last step after them. Systems that read the script when a task
 *                             starts get a copy of it, $own, which no later submission replaces
 *   bash submit.sh task ...   is one task; the system calls it
 *   bash submit.sh finish     is the last step
 *
 * The last step comes when all tasks have ended, whether they did well or not: results that are there are worth a figure, and a
 * step that waits for the success of all tasks would wait for ever after one failure. It counts the trials that are
 * missing, says so, and ends with EXIT_PARTIAL.
 */
#ifndef NORMLAB_SWEEP_SUBMIT_H
#define NORMLAB_SWEEP_SUBMIT_H

#include "base/text.h"
#include "sweep/sweep.h"
#include <stdbool.h>

/* What is to be run, where. The caller owns all texts; they may hold any characters. */
struct submission {
    const char *normlab;    /* absolute path of the program */
    const char *folder;     /* absolute path of the folder in which the script runs normlab */
    const char *results;    /* absolute path of results/NAME/ */
    const char *name;       /* struct sweep's name */
    const char *experiment; /* what the user typed for it */
    char *const *override;  /* [overrides] "KEY=VALUE[,VALUE]..." */
    int overrides;
    const char *preset;
    const char *seeds; /* NULL: those of the preset */
    const char *root;  /* as given by --out */
    /* the file in results/NAME/ that has the times of trials; NULL: none. Its name tells its content, because tasks that
     * wait must not see the costs of a later submission: their shares would not fit those of the tasks before. */
    const char *costs;
    /* the merged file belongs to the experiment, so that a report shows it; false for trials on generated data */
    bool report;
    bool exclusive; /* a task needs a machine of its own */
    int tasks;
    int cores;                    /* cores of a task; 0 in check(): the user gave none */
    const char *time, *partition; /* of Slurm; NULL: the cluster's defaults */
    const char *value;            /* of the system's flag, as the hosts of GNU parallel */
    char *const *option;          /* [options] more options for the system's own command */
    int options;
};

#define SUBMIT_SCRIPT "submit.sh" /* in results/NAME/: the script that was submitted last */

/* A queueing system. */
struct submit_system {
    const char *flag;    /* of normlab submit: "--slurm" */
    const char *value;   /* what the flag takes, as "HOSTS"; NULL: nothing */
    const char *program; /* that starts the tasks, and must be in PATH */
    const char *without; /* what to do when it is not */
    /* Checks the submission's values for this system. Returns 0, or -1 after a message. */
    int (*check)(const struct submission *s);
    /* The most tasks that this system takes at once; NULL: SHARDS_MOST. */
    int (*most)(void);
    /* The number of tasks when the user gives none; NULL: by the time that they take (submit_tasks()). */
    int (*usual)(const struct submission *s);
    /* Writes the shell functions `submit` and `task`. A task's share has the task's own number, as far as the system
     * numbers tasks from 1: so a user may start a single task again. */
    void (*write)(struct text *t, const struct submission *s);
};

/* All systems; NULL ends them. submit/systems.def lists them. */
extern const struct submit_system *const submit_systems[];

/* The number of tasks for work of so many seconds of one core: each task takes ten minutes or more with `jobs` trials at
 * a time; but never more than `trials` tasks, nor more than `most`. seconds: NaN when no trial has been timed. */
int submit_tasks(double seconds, int jobs, int trials, int most);

/* Writes the script. */
void submit_script(struct text *t, const struct submit_system *system, const struct submission *s);

/* For write(): adds the words of a shell command, each after a blank. */
void submit_words(struct text *t, char *const *word, int words);
/* For write(): adds " --NAME=VALUE" as one word of the shell; nothing when the value is NULL. */
void submit_option(struct text *t, const char *name, const char *value);

#endif
