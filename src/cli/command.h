/* The commands of normlab. commands.def lists them; each is a file in src/cli/commands. A command may print a
 * message and end the process itself, for example when the command line is wrong or an experiment cannot be read.
 * Otherwise its run() returns the exit code. */
#ifndef NORMLAB_CLI_COMMAND_H
#define NORMLAB_CLI_COMMAND_H

#include "base/formats/config.h"
#include <stdbool.h>
#include <stdnoreturn.h>

struct command {
    const char *name, *summary; /* summary: one line, for lists of commands */
    const char *help;           /* the text that --help prints: usage, options, example */
    /* Runs the command. argv[0] is its name, argv[1] to argv[argc - 1] are its arguments. Returns the exit code. */
    int (*run)(int argc, char **argv);
};

#define COMMAND(name) extern const struct command command_##name;
#include "cli/commands.def"
#undef COMMAND

/* All commands, in the order of commands.def. NULL ends them. */
extern const struct command *const all_commands[];

/* Returns the command of this name. When there is no such command, prints a usage error that names the most similar
 * command, and exits. */
const struct command *find_command(const char *name);

/* Prints what normlab is, its commands and exit codes. */
void print_help(void);

/* Prints the help of a command; on a terminal with its paragraphs in lines that fit. */
void print_command_help(const struct command *c);

/* The command line of this process, such as "normlab run batch_size". Files with results record it. */
extern const char *whole_command_line;

/* ---- arguments (arguments.c) ---- */

enum flag_kind {
    FLAG_BOOL,    /* bool */
    FLAG_TEXT,    /* const char * */
    FLAG_INT,     /* int, from 1 to 1024 */
    FLAG_COUNT,   /* int, from 1 to 2^24 */
    FLAG_SECONDS, /* double, from 0 to 3600 */
};

/* A flag of a command line, such as "--jobs" with the short form "-j". */
struct flag {
    const char *name;  /* the long form, with its dashes */
    const char *brief; /* the short form, with its dash; NULL: none */
    enum flag_kind kind;
    void *target; /* where the value goes: a variable of the type that enum flag_kind names */
};

/* Reads the flags in argv and stores their values. flags: the flags of the command; a NULL name ends them. A value may
 * be written as "--jobs 4", "--jobs=4" or "-j4". All other arguments are words: they are moved to argv[1] to argv[n],
 * and n is returned. Prints a usage error and exits when a flag is unknown, has a wrong value or is given twice with a
 * value, when two words KEY=VALUE have the same key, or when n is less than `least` or greater than `most`. takes: the
 * message for a wrong number of words. */
int parse_arguments(int argc, char **argv, const struct flag *flags, int least, int most,
                    const char *takes);
#define ANY_NUMBER       1000000 /* as `most`: the number of words has no limit */
#define WHICH_EXPERIMENT "which experiment? normlab list experiments shows them"

/* Adds count words "KEY=VALUE" to a configuration. Prints a message and exits when a word does not have this form. */
void parse_pairs(struct config *config, char *const *pair, int count);

/* As parse_pairs(), for the configuration of a trial: also prints a message and exits when trial_complete() finds the
 * configuration invalid. Sets norm to batchnorm when the net needs a norm and the words give none. */
void parse_trial(struct config *config, char *const *pair, int count);

/* Sets norm to batchnorm when config has no norm and the text of the net uses ${norm}. net: NULL: the default net. */
void set_default_norm(struct config *config, const char *net);

/* After this call, the signals SIGINT and SIGTERM print a message and end the process with exit code 128 + signal;
 * SIGUSR1 and SIGUSR2 end it with EXIT_STOPPED. A signal at any moment is safe, because an output file appears only
 * when it is complete. */
void exit_on_signals(void);

/* Prints a usage error, which begins with the command's name, and exits with EXIT_USAGE. */
noreturn void die_usage(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints the usage error "unknown WHAT 'NAME'" and exits with EXIT_USAGE. The message goes on with the known name
 * that is most similar to NAME or, when none is similar, with the hint. NULL ends `known`. */
noreturn void die_unknown(const char *command, const char *what, const char *name,
                          const char *const *known, const char *hint);

/* ---- experiments and their results (results.c) ---- */

struct experiment;
struct study;

/* Loads an experiment. name: the name of an experiment, or of a YAML file (experiment_path()). command: the name of
 * the command, for messages. Returns the experiment, which experiment_free() frees. Prints a message and exits when
 * no experiment has this name, or when its file is wrong; in the first case the message names the most similar
 * experiment. */
struct experiment *find_experiment(const char *command, const char *name);

/* Loads an experiment. name: one from experiment_names(), or one that find_experiment() accepts. Returns the experiment,
 * which experiment_free() frees; NULL after a message. Commands that go through all experiments then skip this one, and
 * end with EXIT_FAILED. */
struct experiment *load_experiment(const char *name);

/* Returns the index of a preset in e->plan.preset. name: the preset's name; NULL gives SELECTION_MAIN, the main
 * selection (sweep/selection.h). command: the name of the command, for messages. Prints a usage error and exits when
 * the experiment has no preset of that name. */
int find_preset(const char *command, const struct experiment *e, const char *name);

/* Returns the name, without folder and ending, of the files that hold a preset's results; sweep_name() makes it.
 * preset: an index; SELECTION_MAIN stands for the experiment's last preset. Returns a new string, which the caller
 * frees. */
char *results_name(const struct experiment *e, int preset);

/* Opens the results of an experiment under root and judges its claims, by experiment_open(). preset: an index, or
 * SELECTION_MAIN. Returns true when there are results, merged or not. Returns false when there are none: then only
 * s->verdicts is set, and every claim is "not run". Prints a message and exits when the results cannot be read or have no
 * trial of the preset. study_close() frees in both cases. */
bool open_study(struct study *s, const struct experiment *e, const char *root, int preset);

/* Finds an experiment by its name, opens its results under root and judges its claims. preset: the name of a preset;
 * NULL: the main selection. command: the name of the command, for messages. Returns the experiment, which
 * experiment_free() frees; study_close() frees s. Prints a message and exits when the experiment or preset is
 * unknown, or when results are missing or cannot be read. */
struct experiment *open_results(const char *command, const char *name, const char *root,
                                const char *preset, struct study *s);

/* Prints how many of the study's trials are not in the merged file yet; nothing when all are. */
void print_unmerged(const struct study *s);

struct sweep;

/* Checks the configurations of a sweep's trials by trial_check(), before any of them runs, so that a mistake gives one
 * message and not one for each trial. Trials that have a result or that failed are not checked. There may be thousands
 * of other trials, so a trial is checked only when it has a value of a key that no trial before it had; seeds and real
 * numbers do not count as such values. The check opens the data sets, so it also writes their caches (data/cache.h).
 * Returns 0, or -1 after a message. */
int check_trials(const struct sweep *s, const char *root);

struct pool_options;
struct pool_outcome;

/* Runs the trials of a sweep: check_trials(), pool_run(), and one line about the outcome unless options->quiet. Returns
 * EXIT_DONE, also when trials failed; or, after a message, EXIT_FAILED or the exit code for the signal that ended the
 * run. *outcome is valid unless EXIT_FAILED is returned. exit_on_signals() must have been called. */
int run_trials(const struct sweep *s, const struct pool_options *options,
               struct pool_outcome *outcome);

/* Writes the summary (report/summary.h) of shown->selection. When that is not the main selection, also
 * writes the summary of the main selection of the same results. Returns 0, or -1 after a message. */
int write_summaries(const struct study *shown, const struct experiment *e);

#endif
