/* The commands of normlab: commands.def is the one list of them; each is a file in src/cli/commands. Commands end the
 * process themselves where the command line is wrong or a file cannot be had; other errors are their exit codes. */
#ifndef NORMLAB_CLI_COMMAND_H
#define NORMLAB_CLI_COMMAND_H

#include "base/formats/config.h"
#include <stdbool.h>
#include <stdnoreturn.h>

struct command {
    const char *name, *summary;
    const char *help; /* what --help prints: usage, options, example */
    /* argv[0] is the command's name; returns the exit code. */
    int (*run)(int argc, char **argv);
};

#define COMMAND(name) extern const struct command command_##name;
#include "cli/commands.def"
#undef COMMAND

/* The command line of this process, "normlab run ...", for provenance. */
extern const char *whole_command_line;

/* ---- arguments (arguments.c) ---- */

enum flag_kind {
    FLAG_BOOL,    /* bool */
    FLAG_TEXT,    /* const char * */
    FLAG_INT,     /* int, from 1 to 1024 */
    FLAG_COUNT,   /* int, from 1 to 2^24 */
    FLAG_SECONDS, /* double, from 0 to 3600 */
};

/* An option of a command, as "--jobs" or "-j". */
struct flag {
    const char *name;  /* with its dashes */
    const char *brief; /* "-j" or NULL */
    enum flag_kind kind;
    void *target; /* of the type that the kind says */
};

/* Takes the flags (the table ends with a NULL name) out of argv. Their values follow as "--jobs 4", "--jobs=4" or
 * "-j4". Returns the number of words that remain, argv[1] to argv[n]. Exits with the message `takes` unless there are
 * `least` to `most` words. */
int parse_arguments(int argc, char **argv, const struct flag *flags, int least, int most,
                    const char *takes);
#define ANY_NUMBER       1000000 /* of words */
#define WHICH_EXPERIMENT "which experiment? normlab list experiments shows them"

/* Adds pairs "KEY=VALUE" to a configuration; exits after a message when one has another form. */
void parse_pairs(struct config *config, char *const *pair, int count);

/* The same for a trial: exits after a message also when trial_complete() refuses the configuration. */
void parse_trial(struct config *config, char *const *pair, int count);

/* From now on SIGINT and SIGTERM end the process with a message. Files appear whole or not at all, so it may end at
 * any moment. */
void exit_on_signals(void);

/* A usage error: one message with the command's name, then exit(EXIT_USAGE). */
noreturn void die_usage(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The usage error "unknown WHAT 'NAME'", followed by the nearest of the known names or, when none is near, by the
 * hint. known ends with NULL. */
noreturn void die_unknown(const char *command, const char *what, const char *name,
                          const char *const *known, const char *hint);

/* ---- experiments and their results (results.c) ---- */

struct experiment;
struct study;

/* Loads the experiment of that name, or of that file (experiments/experiment.h). Exits after a message, which names the
 * nearest when there is no such experiment. experiment_free() frees. */
struct experiment *find_experiment(const char *command, const char *name);

/* Loads one of experiment_names(). NULL after a message: for lists, which then leave it out. */
struct experiment *load_experiment(const char *name);

/* The preset's number, SELECTION_MAIN for a NULL name; exits after a message. */
int find_preset(const char *command, const struct experiment *e, const char *name);

/* The name of the files with the results of a preset or SELECTION_MAIN, as in sweep_name(). A new string. */
char *results_name(const struct experiment *e, int preset);

/* Opens and judges an experiment's results (experiment_open()). False when there are none: then only s->verdicts is
 * set, with no claim run. Exits after a message. study_close() closes in both cases. */
bool open_study(struct study *s, const struct experiment *e, const char *root, int preset);

/* Opens the results under root of the experiment of that name: those of a preset, or (NULL) those that are shown by
 * default. Exits after a message, also where there are none. */
struct experiment *open_results(const char *command, const char *name, const char *root,
                                const char *preset, struct study *s);

/* Checks every trial that is not done, so that a mistake gives one message and not one for each trial. This also writes
 * the data cache. 0 or -1 after a message. */
struct sweep;
int check_trials(const struct sweep *s, const char *root);

/* Writes the summary (report/summary.h) of the trials shown and, when others are shown by default, also that of
 * those. 0 or -1 after a message. */
int write_summaries(const struct study *shown, const struct experiment *e);

#endif
