/*
 * A shell script that runs an experiment's trials on a cluster: tasks that each train a share of the trials
 * (sweep/runs/shard.h), and after them one step that merges what has finished, draws the figures and writes the report.
 *
 * The script is the same for all queueing systems but for two shell functions, `submit` and `task`, which write() of the
 * system adds. It needs nothing else and has absolute paths, so that a user can read it, change it and start it again:
 *   bash submit.sh            starts the tasks, and the last step after them. Systems that read the script when a task
 *                             starts get a copy of it, $own, which no later submission replaces
 *   bash submit.sh task ...   is one task; the system calls it
 *   bash submit.sh finish     is the last step
 *
 * The last step starts when all tasks have ended, also those that failed: the results that exist are worth a figure, and if
 * the step depended on success of all tasks, one failure would let it wait for ever. It counts the trials that are missing,
 * prints the number, and ends with EXIT_PARTIAL.
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
    /* the file in results/NAME/ that has the times of trials; NULL: none. Its name depends on its content, so that waiting
     * tasks never read the costs of a later submission: their shares would not fit those of earlier tasks. */
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
    const char *value;   /* the value of the flag, as "HOSTS", for help; NULL: it has none */
    const char *program; /* the program that starts the tasks; it must be in PATH */
    const char *without; /* for the message when it is not: what to do */
    /* Checks the submission's values for this system. Returns 0, or -1 after a message. */
    int (*check)(const struct submission *s);
    /* Returns the largest number of tasks that this system accepts; NULL: SHARDS_MOST. */
    int (*most)(void);
    /* Returns the number of tasks when the user gives none; NULL: it depends on the tasks' times (submit_tasks()). */
    int (*usual)(const struct submission *s);
    /* Writes the shell functions `submit` and `task`. If the system numbers tasks from 1, a task trains the share with its
     * own number, so that a user can start a single task again. */
    void (*write)(struct text *t, const struct submission *s);
};

/* All systems, from submit/systems.def. The array ends with NULL. */
extern const struct submit_system *const submit_systems[];

/* Returns the number of tasks for work that takes one core so many seconds (NaN: not known): at most `trials` and `most`, and
 * so few that each task takes ten minutes or more with `jobs` trials at a time. */
int submit_tasks(double seconds, int jobs, int trials, int most);

/* Writes the script. */
void submit_script(struct text *t, const struct submit_system *system, const struct submission *s);

/* For write(): adds the words of a shell command, each after a blank. */
void submit_words(struct text *t, char *const *word, int words);
/* For write(): adds " --NAME=VALUE" as one word of the shell; nothing when the value is NULL. */
void submit_option(struct text *t, const char *name, const char *value);

#endif
