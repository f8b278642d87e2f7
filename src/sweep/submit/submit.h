/*
 * A shell script that runs an experiment's trials on a cluster: tasks that each train a share of the trials
 * (sweep/runs/shard.h), and after them one step that merges what has finished, draws the figures and writes the report.
 *
 * The script is the same for all queueing systems but for two shell functions, `submit` and `task`, which write() of the
 * system adds. The script has absolute paths, and needs no files but normlab and the file of costs, so that a user can read
 * it, change it and start it again:
 *   bash submit.sh            starts the tasks, and the last step after them. Systems that read the script when a task
 *                             starts get a copy of it, $own, which no later submission replaces
 *   bash submit.sh task ...   is one task; the system calls it
 *   bash submit.sh finish     is the last step
 *
 * The last step starts when all tasks have ended, also when some failed. If the last step depended on the success of all
 * tasks, one failure would make it wait for ever, and there would be no figures of the results that exist. When trials are
 * missing, the last step prints their number and ends with EXIT_PARTIAL.
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
    const char *name;       /* NAME, as in struct sweep */
    const char *experiment; /* what the user typed to name the experiment */
    char *const *override;  /* [overrides] "KEY=VALUE[,VALUE]..." */
    int overrides;
    const char *preset;
    const char *seeds; /* NULL: those of the preset */
    const char *root;  /* as given by --out */
    /* the name of the file in results/NAME/ that has the times of trials; NULL: none. The name depends on the content, so that
     * tasks that wait in the queue never read the times of a later submission: their shares would not fit those of tasks that
     * have run. */
    const char *costs;
    /* the merged file belongs to the experiment, so that a report shows it; false for trials on generated data */
    bool report;
    bool exclusive; /* a task needs a machine of its own */
    int tasks;
    int cores; /* cores of a task; while check() runs, 0 when the user gave none */
    const char *time, *partition; /* options of Slurm; NULL: the cluster's defaults */
    const char *value;            /* value of the system's flag, as the hosts of GNU parallel */
    char *const *option;          /* [options] more options for the system's own command */
    int options;
};

#define SUBMIT_SCRIPT "submit.sh" /* in results/NAME/: the script that was submitted last */

/* A queueing system. */
struct submit_system {
    const char *flag;  /* the flag of normlab submit that chooses the system: "--slurm" */
    const char *value; /* the name of the flag's value in help, as "HOSTS"; NULL: it has no value */
    const char *program; /* the program that starts the tasks; it must be in PATH */
    const char *advice;  /* what to do when it is not in PATH; a part of the message */
    /* Checks the submission's values for this system. Returns 0, or -1 after a message. */
    int (*check)(const struct submission *s);
    /* Returns the largest number of tasks that this system accepts; NULL: SHARDS_MOST. */
    int (*most)(void);
    /* Returns the number of tasks when the user gives none; NULL: it depends on the tasks' times (submit_tasks()). */
    int (*usual)(const struct submission *s);
    /* Writes the shell functions `submit` and `task`. A task trains the share that has the number of the task in the system,
     * so that a user can start a single task again. */
    void (*write)(struct text *t, const struct submission *s);
};

/* All systems, from submit/systems.def. The array ends with NULL. */
extern const struct submit_system *const submit_systems[];

/* Returns the number of tasks for work that takes one core `seconds` seconds (NaN: not known): at least 1, at most
 * `trials`, `most` and 100, and so few that each task takes ten minutes or more with `jobs` trials at a time. 8 when the
 * seconds are not known, within the same limits. */
int submit_tasks(double seconds, int jobs, int trials, int most);

/* Writes the script. */
void submit_script(struct text *t, const struct submit_system *system, const struct submission *s);

/* For write(): adds the words of a shell command, each after a blank. */
void submit_words(struct text *t, char *const *word, int words);
/* For write(): adds " --NAME=VALUE" as one word of the shell; nothing when the value is NULL. */
void submit_option(struct text *t, const char *name, const char *value);

#endif
